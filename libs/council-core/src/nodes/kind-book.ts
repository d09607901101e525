import type { NodeKind } from '@council/contracts';

/** The kinds of nodes in words for people: for the palette of the builder and for docs/nodes.md. */
export type KindBook = Readonly<
  Record<
    NodeKind,
    {
      readonly name: string;
      /** One paragraph: what it does. */
      readonly description: string;
      /** What the order of `next_ids` means; null where all of them are taken. */
      readonly exits: string | null;
      /** What the nodes after it read. */
      readonly output: string;
      /** By the property's name: what two values change. */
      readonly properties: Readonly<Record<string, string>>;
    }
  >
>;
