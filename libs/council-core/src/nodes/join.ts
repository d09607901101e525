import type { GraphNode } from '@council/contracts';
import { z } from 'zod';

/** How a node treats its incoming edges. `quorum`: how many branches it needs. */
export const Join = z.union([z.enum(['all', 'any']), z.strictObject({ quorum: z.int().min(1).max(64) })]);
export type Join = z.infer<typeof Join>;

/** Of every kind that can have several incoming edges. */
export const JOINING = { join: Join.optional() };

/** Wherever a node fails or is not reached, the default waits for all. */
export function readJoin(node: GraphNode): Join {
  const given = node.properties['join'];
  return given === undefined ? 'all' : (Join.safeParse(given).data ?? 'all');
}

/** What a failure means: `fail` ends the session, `continue` leaves the place empty and marks the result degraded. */
export const FAILING = { on_error: z.enum(['fail', 'continue']).default('fail') };
