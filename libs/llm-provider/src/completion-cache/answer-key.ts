import type { ChatRequest } from '@council/council-core';
import { sha256 } from '@council/kernel';
import type { Endpoint } from '../providers/endpoints.js';

/** Who answers: the same model at another address, or asked in another manner, is another model. */
export type Answerer = Pick<Endpoint, 'baseUrl' | 'dialect' | 'quirks'>;

/** To be raised when answers are stored in another form. */
const FORM = 1;

/** The same for the same question to the same model. The brief is left out: no model reads it. */
export function answerKey({ signal: _signal, brief: _brief, ...asked }: ChatRequest, answerer: Answerer): string {
  const { baseUrl, dialect, quirks } = answerer;
  return `completion:${FORM}:${sha256(canonicalJson({ ...asked, baseUrl, dialect, quirks }))}`;
}

/** Keys in their order; what is undefined is not there. */
const canonicalJson = (value: unknown): string => JSON.stringify(sorted(value));

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).toSorted(([left], [right]) => (left < right ? -1 : 1));
  return Object.fromEntries(entries.map(([key, inner]) => [key, sorted(inner)]));
}
