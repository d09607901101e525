import { AppConfig } from '@council/config';
import type { BreakerLimits } from '@council/contracts';
import { Injectable } from '@nestjs/common';

/** The limits that a session begins with, from the environment. A later change does not reach a running session. */
@Injectable()
export class SessionLimits {
  constructor(private readonly config: AppConfig) {}

  breakers(): BreakerLimits {
    return this.config.breakers;
  }
}
