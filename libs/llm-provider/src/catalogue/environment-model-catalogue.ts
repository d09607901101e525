import { Injectable } from '@nestjs/common';
import { AppConfig } from '@council/config';
import type { ModelName } from '@council/contracts';
import { ModelCatalogue, type SeatAssignment, type SeatPlan, type SeatWish } from '@council/council-core';
import { ProviderRegistry } from '../providers/provider-registry.js';
import { REHEARSAL_ENGINE, REHEARSAL_MODEL, REHEARSAL_PROVIDER } from '../rehearsal/engine-name.js';
import { CONTEXT_WINDOWS } from './context-windows.js';
import { OwnPrices, priceOf } from './price-of.js';

type Missing = Extract<SeatPlan, { ok: false }>['missing'][number];
const DEFAULT_PROVIDER = 'default';
/** Whoever names no provider has bound nobody. */
const isUnbound = ({ wanted }: SeatWish): boolean =>
  [DEFAULT_PROVIDER, REHEARSAL_PROVIDER].includes(wanted.provider.trim().toLowerCase());

/**
 * Who speaks, from what the environment and the registry of providers configure:
 * 1. No model is configured, and no seat was bound by a user to a provider: the rehearsal engine takes every seat. The
 *    seat keeps what was wanted, and every surface says who speaks.
 * 2. Otherwise each seat speaks through its own provider, when that can be called.
 * 3. A seeded agent that nobody edited may go to the default (`LLM_PROVIDER`, `LLM_MODEL`). Any other seat is missing.
 */
@Injectable()
export class EnvironmentModelCatalogue extends ModelCatalogue {
  constructor(
    private readonly config: AppConfig,
    private readonly registry: ProviderRegistry,
    private readonly own: OwnPrices,
  ) {
    super();
  }

  plan(wishes: readonly SeatWish[]): SeatPlan {
    if (this.isRehearsal(wishes)) {
      const price = { input_per_1k: 0, output_per_1k: 0 };
      const seats = wishes.map(({ node_id }) => ({ node_id, used: REHEARSAL_MODEL, price }));
      return { ok: true, engine: REHEARSAL_ENGINE, seats };
    }
    const decisions = wishes.map((wish) => this.decide(wish));
    const missing = decisions.filter((decision) => 'message' in decision);
    if (missing.length > 0) return { ok: false, missing };
    const seats = decisions.filter((decision) => 'used' in decision);
    const names = [...new Set(seats.map(({ used }) => `${used.provider}/${used.model}`))];
    return { ok: true, engine: { kind: 'model', name: names.join(', ') }, seats };
  }

  /** One seat that a user has bound is enough: the engine takes all or none. */
  private isRehearsal(wishes: readonly SeatWish[]): boolean {
    if (this.registry.book.isAnyModelConfigured()) return false;
    return wishes.every((wish) => wish.isUnedited || isUnbound(wish));
  }

  private decide(wish: SeatWish): SeatAssignment | Missing {
    const isDefaultWanted = wish.wanted.provider.trim().toLowerCase() === DEFAULT_PROVIDER;
    const own = isDefaultWanted ? this.defaultModel() : wish.wanted;
    if (own === null) return this.missing(wish, 'No default model is configured: set LLM_PROVIDER and LLM_MODEL.');
    const assigned = this.assign(wish, own);
    if ('used' in assigned || !wish.isUnedited) return assigned;
    const fallback = this.defaultModel();
    if (fallback !== null) return this.assign(wish, fallback);
    return this.missing(
      wish,
      `${assigned.message} Or set LLM_PROVIDER and LLM_MODEL, which the agents that nobody edited may use.`,
    );
  }

  private assign(wish: SeatWish, model: ModelName): SeatAssignment | Missing {
    if (model.provider === REHEARSAL_PROVIDER) {
      return this.missing(
        wish,
        'The rehearsal engine takes all seats or none, and here a model is configured or wanted.',
      );
    }
    const lookup = this.registry.book.find(model.provider);
    if (!lookup.ok) return this.missing(wish, lookup.message);
    const used = { provider: lookup.endpoint.preset.name, model: model.model };
    const price = priceOf(lookup.endpoint, model.model, this.own);
    const contextTokens = CONTEXT_WINDOWS.get(model.model);
    return { node_id: wish.node_id, used, price, ...(contextTokens === undefined ? {} : { contextTokens }) };
  }

  private missing(wish: SeatWish, message: string): Missing {
    return { node_id: wish.node_id, name: wish.name, message };
  }

  private defaultModel(): ModelName | null {
    const { provider, model } = this.config.llm;
    return provider === undefined || model === undefined ? null : { provider, model };
  }
}
