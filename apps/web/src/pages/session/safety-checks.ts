/** What has to be confirmed, all of it, where no reason is written. */
export const SAFETY_CHECKS = ['cause_understood', 'cost_accepted', 'result_watched'] as const;
