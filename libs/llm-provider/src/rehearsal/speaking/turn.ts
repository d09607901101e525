import type { ChatBrief } from '@council/council-core';
import type { Reading } from '../reading/reading.js';
import type { Leaning, Statement } from '../reading/statement.js';
import type { View } from '../weighing/select.js';
import type { Words } from './words.js';

/** All that a turn is made of: what is asked, the document as it was read, the speaker's view of it, and the templates. */
export interface Turn {
  readonly brief: ChatBrief;
  readonly document: string;
  readonly reading: Reading;
  readonly view: View;
  readonly words: Words;
}

export const leaningTo = ({ reading }: Turn, leaning: Leaning): readonly Statement[] =>
  reading.statements.filter((statement) => statement.leaning === leaning);
