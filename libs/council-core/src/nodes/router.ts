import { z } from 'zod';
import { factsBefore } from '../session/facts.js';
import { Condition, holds } from './conditions.js';
import { JOINING } from './join.js';
import { append, completed, nodeKind } from './node-kind.js';

export const RouterProperties = z.strictObject({
  /** Tried in this order; where none holds, the last of `next_ids` is taken. */
  routes: z
    .array(z.strictObject({ when: Condition, next_id: z.string().min(1).max(64) }))
    .min(1)
    .max(32),
  ...JOINING,
});

export const routerKind = nodeKind({
  kind: 'router',
  properties: RouterProperties,
  exits: { min: 2, max: 33 },
  advance: ({ state, created, plan, node, id, properties: { routes } }) => {
    const facts = factsBefore(state, created, plan, id);
    const taken = routes.findIndex(({ when }) => holds(when, facts[when.field]));
    const next = routes[taken]?.next_id ?? node.next_ids.at(-1) ?? '';
    const reason = taken === -1 ? 'no condition holds' : wordsOf(routes[taken]?.when);
    return [append({ event: 'route:taken', node_id: id, data: { next_ids: [next], reason } }, completed(id))];
  },
});

const wordsOf = (when: Condition | undefined): string =>
  when === undefined ? '' : `${when.field} ${when.operator} ${String(when.value)}`;
