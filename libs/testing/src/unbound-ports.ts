import type { CheckedClaim, LogEvent, RecalledItem } from '@council/contracts';
import { Evidence, GroupBudgets, Recollection } from '@council/council-core';

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

/** Groups without a budget: no session asks. */
export class UnboundBudgets extends GroupBudgets {
  draw(): Promise<readonly LogEvent[]> {
    return Promise.reject(new Error('the test expected no group with a budget'));
  }
}

/** For drivers whose graphs recall and check nothing. */
export const UNBOUND = {
  recollection: new EmptyRecollection(),
  evidence: new UnboundEvidence(),
  budgets: new UnboundBudgets(),
};
