import { type CheckedClaim } from '@council/contracts';
import { Evidence } from '@council/council-core';
import { Injectable } from '@nestjs/common';

/** No source of evidence is bound: fact checks say so, and do not pass. */
@Injectable()
export class NoEvidence extends Evidence {
  sources(): readonly string[] {
    return [];
  }

  check(): Promise<readonly CheckedClaim[]> {
    return Promise.reject(new Error('no source of evidence is bound'));
  }
}
