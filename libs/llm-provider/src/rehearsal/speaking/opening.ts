import type { Statement } from '../reading/statement.js';
import { select } from '../weighing/select.js';
import { leaningTo, type Turn } from './turn.js';

const QUOTATIONS = 5;

/** What a side says first. The judge falls back on it where nobody has quoted anything. */
export const openingOf = (turn: Turn, side: 'benefit' | 'risk'): readonly Statement[] =>
  select(turn.reading, leaningTo(turn, side), turn.view, QUOTATIONS);
