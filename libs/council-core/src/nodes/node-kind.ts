import type { GraphNode, NodeKind } from '@council/contracts';
import type { z } from 'zod';

/**
 * One kind of node. Its property schema is strict: a property that would do nothing is refused, so that two values of
 * any accepted property give two observably different runs.
 */
export interface NodeKindDefinition {
  readonly kind: NodeKind;
  readonly properties: z.ZodType;
  /** How many edges may leave it. */
  readonly exits: { readonly min: number; readonly max: number };
}

/** The node's properties in the form that its kind's schema gives them. The graph was validated before. */
export function propertiesOf<Schema extends z.ZodType>(schema: Schema, node: GraphNode): z.infer<Schema> {
  return schema.parse(node.properties);
}
