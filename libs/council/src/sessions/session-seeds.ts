import { createHmac, randomBytes } from 'node:crypto';
import { AppConfig } from '@council/config';
import type { SessionCreated } from '@council/contracts';
import { CACHE_MANAGER, type Cache } from '@nestjs/cache-manager';
import { Inject, Injectable } from '@nestjs/common';

/** What stands in a session's fences. */
type Asked = Pick<SessionCreated, 'language' | 'objective' | 'document' | 'proposal' | 'context'>;

const SECRET = 'session-seeds:secret';
const draw = (): string => randomBytes(16).toString('hex');

/**
 * What nonces, orders and tie-breaks of a session derive from: a draw. Only where answers are kept, the same question has
 * the same seed: else its prompts would differ by their nonces, and no answer would ever be found again. It comes from a
 * secret that lives and goes with the answers, so that no text can know the nonces of its own fence.
 */
@Injectable()
export class SessionSeeds {
  constructor(
    @Inject(CACHE_MANAGER) private readonly cache: Cache,
    private readonly config: AppConfig,
  ) {}

  async seedFor({ language, objective, document, proposal, context }: Asked): Promise<string> {
    const ttlMs = this.config.cache.completionTtlMs;
    if (ttlMs === null) return draw();
    const asked = JSON.stringify([language, objective, document, proposal, context]);
    return createHmac('sha256', await this.secret(ttlMs))
      .update(asked)
      .digest('hex')
      .slice(0, 32);
  }

  /** Without Redis where there should be one, a new one each time: as if answers were not kept. */
  private async secret(ttlMs: number): Promise<string> {
    const known = await this.cache.get<unknown>(SECRET);
    const secret = typeof known === 'string' ? known : draw();
    await this.cache.set(SECRET, secret, ttlMs);
    return secret;
  }
}
