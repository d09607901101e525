import { mediaHook } from '@/state/media-hook';

/** Whether two columns fit. */
export const useIsWide = mediaHook('(min-width: 72rem)');
