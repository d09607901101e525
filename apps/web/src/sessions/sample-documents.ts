import { problemOf } from '@/api/request-problem';

/** What the server gives out under /samples, for whoever has no document at hand. Each also names its words in `start:sample`. */
export const SAMPLE_DOCUMENTS = {
  memo: 'decision-memo.md',
  product: 'product-proposal.md',
  business: 'business-plan.md',
  design: 'design-document.md',
  code: 'code-change.md',
  chinese: 'proposal-zh.md',
} as const;

export type SampleDocument = keyof typeof SAMPLE_DOCUMENTS;

export async function readSampleDocument(name: SampleDocument): Promise<string> {
  const answer = await fetch(`/samples/${SAMPLE_DOCUMENTS[name]}`);
  if (!answer.ok) throw await problemOf(answer);
  return answer.text();
}
