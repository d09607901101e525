import type { GraphNode, NewEvent, NodeKind, SeatSnapshot, SessionCreated } from '@council/contracts';
import type { z } from 'zod';
import type { GraphPlan } from '../graph/graph-plan.js';
import type { Effect } from '../session/effects.js';
import type { NodeState, SessionState } from '../session/state.js';

/** A running or waiting node, with all that its kind may look at. */
export interface NodeContext<Properties = unknown> {
  readonly state: SessionState;
  readonly created: SessionCreated;
  readonly plan: GraphPlan;
  readonly node: GraphNode;
  readonly id: string;
  readonly own: NodeState;
  /** Of this node, in their order. */
  readonly seats: readonly SeatSnapshot[];
  readonly properties: Properties;
}

/**
 * One kind of node. Its property schema is strict: a property that would do nothing is refused, so that two values of
 * any accepted property give two observably different runs.
 */
export interface NodeKindDefinition<Schema extends z.ZodType = z.ZodType> {
  readonly kind: NodeKind;
  readonly properties: Schema;
  /** How many edges may leave it. */
  readonly exits: { readonly min: number; readonly max: number };
  /** With two edges, the first is taken when it passes, and the second when it does not. */
  readonly decides?: boolean;
  /**
   * What is due while the node runs or is suspended: pure. When some of it only has to be written down, that alone is
   * done first; a node that is at its end writes its own `completed`.
   */
  readonly advance: (context: NodeContext<z.infer<Schema>>) => readonly Effect[];
}

/** Declares a kind, so that `advance` sees the properties as the schema gives them. */
export const nodeKind = <Schema extends z.ZodType>(definition: NodeKindDefinition<Schema>): NodeKindDefinition =>
  definition;

const parsed = new WeakMap<GraphNode, unknown>();

/** The node's properties in the form that its kind's schema gives them. The graph was validated before. */
export function propertiesOf<Schema extends z.ZodType>(schema: Schema, node: GraphNode): z.infer<Schema> {
  let value = parsed.get(node) as z.infer<Schema> | undefined;
  if (value === undefined) {
    value = schema.parse(node.properties);
    parsed.set(node, value);
  }
  return value;
}

/** The node has done its work and hands on along these of its edges; null: along all. */
export function completed(id: string, round?: number): NewEvent {
  return {
    event: 'node_state_change',
    node_id: id,
    data: { status: 'completed', ...(round === undefined ? {} : { round }) },
  };
}

export const append = (...events: readonly NewEvent[]): Effect => ({ type: 'append', events });
