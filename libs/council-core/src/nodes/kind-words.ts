import type { Language, NodeKind } from '@council/contracts';
import { ENGLISH_KINDS } from './kind-words-en.js';
import { CHINESE_KINDS } from './kind-words-zh.js';

/** A kind of node in words for people: for the palette of the builder and for docs/nodes.md. */
export interface KindWords {
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

export type KindBook = Readonly<Record<NodeKind, KindWords>>;

export const KIND_WORDS: Readonly<Record<Language, KindBook>> = { en: ENGLISH_KINDS, zh: CHINESE_KINDS };
