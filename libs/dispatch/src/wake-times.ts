import type { SessionState } from '@council/council-core';
import { Injectable } from '@nestjs/common';

/** When a session at rest is to be taken up again although nothing happens to it. */
@Injectable()
export class WakeTimes {
  /** Null: only an event from outside wakes it. Of all that there is to wait for today, nothing has a time. */
  next(_state: SessionState): Date | null {
    return null;
  }
}
