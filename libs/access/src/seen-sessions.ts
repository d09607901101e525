import { type Principal, seesEverything } from './rules.js';

/** A condition on a row with `group_uuid` and `created_by`, and its parameters by name. Null: everything is seen. */
export interface SeenCondition {
  readonly sql: string;
  readonly parameters: { readonly seer: string | null };
}

/** Lists are narrowed where they are read: a page never comes out short because its rows were another group's. */
export function seenSessions(principal: Principal, alias: string): SeenCondition | null {
  if (seesEverything(principal)) return null;
  return {
    sql: `(CASE WHEN ${alias}.group_uuid IS NULL THEN ${alias}.created_by = :seer ELSE ${inGroup(alias)} END)`,
    parameters: { seer: principal.userUuid },
  };
}

export function seenGroups(principal: Principal, alias: string): SeenCondition | null {
  if (seesEverything(principal)) return null;
  return { sql: inGroup(alias), parameters: { seer: principal.userUuid } };
}

const inGroup = (alias: string): string =>
  `EXISTS (SELECT 1 FROM group_people p WHERE p.group_uuid = ${alias}.group_uuid AND p.user_uuid = :seer)`;
