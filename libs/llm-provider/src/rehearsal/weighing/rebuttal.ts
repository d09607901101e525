import type { Reading } from '../reading/reading.js';
import type { Statement } from '../reading/statement.js';
import { heaviest } from './select.js';

/** A topic of more than this share of the sentences, and of more than these, is everywhere. */
const COMMON_SHARE = 0.15;
const LEAST_COMMON = 4;

/** What the document says against a sentence: the nearest of the other side that shares a topic. Null is a finding too. */
export function rebuttalOf(reading: Reading, statement: Statement): Statement | null {
  const other = statement.leaning === 'risk' ? 'benefit' : 'risk';
  const { closeness, statements } = reading;
  const about = statements.filter(
    (candidate) =>
      candidate.leaning === other &&
      closeness.between(statement.index, candidate.index) > closeness.answer &&
      sharedTopics(reading, statement, candidate).length > 0,
  );
  return heaviest(about, (candidate) => closeness.between(statement.index, candidate.index)) ?? null;
}

/**
 * What both are about, the rarest in the document first. What every other sentence is about ("ledger" in the design of a
 * ledger) joins nothing.
 */
export function sharedTopics(reading: Reading, a: Statement, b: Statement): readonly string[] {
  const most = Math.max(LEAST_COMMON, reading.statements.length * COMMON_SHARE);
  const count = (topic: string): number => reading.topicCounts.get(topic) ?? 0;
  return [...a.topics]
    .filter((topic) => b.topics.has(topic) && count(topic) <= most)
    .sort((one, other) => count(one) - count(other) || (one < other ? -1 : 1));
}
