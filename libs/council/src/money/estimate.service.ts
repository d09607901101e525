import { OWNER, type Principal } from '@council/access';
import {
  type Estimate,
  ExecuteRequest,
  type GraphDefinition,
  SessionInput,
  type WorkflowEstimateRequest,
} from '@council/contracts';
import { estimateSession } from '@council/council-core';
import { AppError, sha256 } from '@council/kernel';
import { ModelPrices } from '@council/llm-provider';
import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { SessionDrafts } from '../sessions/session-drafts.js';
import { ModelSpeeds } from './model-speeds.js';

/** What is assumed where only a graph is given: forty lines of a hundred characters, about 1,000 tokens. */
const USUAL_DOCUMENT = `${'x'.repeat(99)}\n`.repeat(40);

/** Templates whose range is remembered: a few hundred bytes each. */
const RANGES_KEPT = 1_000;

/** What a session would cost. The session is drafted as it would be opened, and then played without a model. */
@Injectable()
export class EstimateService {
  /**
   * By all that a range rests on: three sessions played through take 10 to 20 ms of the event loop, and a gallery of
   * templates asks for each of them at every visit.
   */
  private readonly ranges = new LRUCache<string, { readonly range: Estimate['cost_range_usd'] }>({ max: RANGES_KEPT });

  constructor(
    private readonly drafts: SessionDrafts,
    private readonly prices: ModelPrices,
    private readonly speeds: ModelSpeeds,
  ) {}

  session(request: ExecuteRequest, who: Principal): Promise<Estimate> {
    return this.estimate(request, false, who);
  }

  workflow({ input, language, overrides, ...graph }: WorkflowEstimateRequest, who: Principal): Promise<Estimate> {
    const usual = SessionInput.parse({ document_content: USUAL_DOCUMENT });
    return this.estimate({ graph, input: input ?? usual, language, members: {}, overrides }, input === undefined, who);
  }

  /** What a graph would cost on a usual document, in no group; null where it could not be started now, or a price is unknown. */
  async costRange(graph: GraphDefinition): Promise<Estimate['cost_range_usd']> {
    const request = ExecuteRequest.parse({ graph, input: { document_content: USUAL_DOCUMENT } });
    const draft = await this.drafts.draft(request, OWNER).catch((error: unknown) => {
      if (error instanceof AppError && error.kind === 'invalid') return null;
      throw error;
    });
    if (draft === null) return null;
    // The seed is drawn anew each time, and only chooses nonces.
    const key = sha256(JSON.stringify({ ...draft.created, seed: 0 }));
    const known = this.ranges.get(key);
    if (known !== undefined) return known.range;
    const basis = { candidates: [], tokensPerSecond: () => null, isDocumentAssumed: true };
    const range = estimateSession(draft.created, basis).cost_range_usd;
    this.ranges.set(key, { range });
    return range;
  }

  private async estimate(request: ExecuteRequest, isDocumentAssumed: boolean, who: Principal): Promise<Estimate> {
    const { created } = await this.drafts.draft(request, who);
    const [candidates, tokensPerSecond] = await Promise.all([
      this.prices.callable(),
      this.speeds.of(created.seats.map((seat) => seat.used)),
    ]);
    return estimateSession(created, { candidates, tokensPerSecond, isDocumentAssumed });
  }
}
