import type { CheckedClaim, RecalledItem } from '@council/contracts';
import { Evidence, Recollection } from '@council/council-core';

/** A memory with nothing in it. */
export class EmptyRecollection extends Recollection {
  recall(): Promise<readonly RecalledItem[]> {
    return Promise.resolve([]);
  }
}

/** Sources that no test asks. */
export class UnboundEvidence extends Evidence {
  sources(): readonly string[] {
    return [];
  }

  check(): Promise<readonly CheckedClaim[]> {
    return Promise.reject(new Error('the test expected no check of claims'));
  }
}

/** For drivers whose graphs recall and check nothing. */
export const UNBOUND = { recollection: new EmptyRecollection(), evidence: new UnboundEvidence() };
