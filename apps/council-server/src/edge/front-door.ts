import { type Asking, knownAsking, RateLimits } from '@council/access';
import type { RateClass } from '@council/config';
import { sayWhoSpeaks } from '@council/telemetry';
import { Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { isHealth, pathOf } from './open-addresses.js';
import { classOf } from './request-class.js';
import { isOfPage } from './static-page.js';
import { type Speaker, WhoMaySpeak } from './who-may-speak.js';

/** All that stands before a request is read: who asks, and how often. Whoever is refused is counted too. */
@Injectable()
export class FrontDoor {
  constructor(
    private readonly whoMaySpeak: WhoMaySpeak,
    private readonly limits: RateLimits,
  ) {}

  /** `route`: the one that the router has found for it. */
  async admit(request: Speaker, reply: Pick<FastifyReply, 'header'>, route: string): Promise<void> {
    const refusal = await this.refusalOf(request, false);
    const asking = knownAsking(request);
    const userId = asking?.principal?.userUuid;
    if (userId != null) sayWhoSpeaks(userId);
    if (asking !== undefined && isCounted(request)) await this.count(classOf(request, route), asking, reply);
    if (refusal !== null) throw refusal.error;
  }

  async admitUpgrade(request: Speaker): Promise<void> {
    const refusal = await this.refusalOf(request, true);
    const asking = knownAsking(request);
    if (asking !== undefined) await this.limits.take('sockets', asking);
    if (refusal !== null) throw refusal.error;
  }

  private async refusalOf(request: Speaker, isUpgrade: boolean): Promise<{ readonly error: unknown } | null> {
    return this.whoMaySpeak.check(request, isUpgrade).then(
      () => null,
      (error: unknown) => ({ error }),
    );
  }

  private async count(kind: RateClass, asking: Asking, reply: Pick<FastifyReply, 'header'>): Promise<void> {
    await this.limits.take(kind, asking, ({ remaining, resetSeconds }, most) => {
      reply.header('ratelimit-limit', String(most));
      reply.header('ratelimit-remaining', String(remaining));
      reply.header('ratelimit-reset', String(resetSeconds));
    });
  }
}

/** Files of the page come by the dozen and cost nothing; orchestrators ask for health as often as they like. */
function isCounted(request: Speaker): boolean {
  const path = pathOf(request);
  return !isHealth(request, path) && !(request.method === 'GET' && isOfPage(path));
}
