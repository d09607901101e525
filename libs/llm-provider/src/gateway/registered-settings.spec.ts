import { afterEach, describe, expect, it } from '@jest/globals';
import { parseEnvironment } from '@council/config';
import type { ChatRequest } from '@council/council-core';
import { ProviderBook } from '../providers/provider-book.js';
import type { ProviderRegistry } from '../providers/provider-registry.js';
import { knownProviders, PRESETS_ALONE, type ProviderSettings } from '../providers/provider-settings.js';
import { TrigramEncoder } from '../rehearsal/fake-encoder.js';
import { RehearsalEngine } from '../rehearsal/rehearsal-engine.js';
import { FakeUpstream, finishLine, hangs, type Reply, textLine } from './fake-upstream.js';
import { GatewayChatModel } from './gateway-chat-model.js';
import { RegisteredLimits } from './provider-limits.js';
import { UpstreamAgents } from './upstream-agents.js';

let upstream: FakeUpstream;
afterEach(() => upstream.stop());

/** The gateway as the application builds it, with one provider that a user has added. */
function gateway(changes: Partial<ProviderSettings>) {
  const config = parseEnvironment({ LLM_MAX_CONCURRENCY: '8', LLM_MAX_ATTEMPTS: '1' });
  const registry = { book: new ProviderBook(config.llm) };
  const change = (more: Partial<ProviderSettings>): void => {
    const base_url = upstream.baseUrl;
    const row = { ...PRESETS_ALONE.get('custom'), provider_id: 'acme', is_custom: true, base_url, ...more };
    registry.book = new ProviderBook(config.llm, knownProviders([row as ProviderSettings]));
  };
  change(changes);
  const shared = registry as ProviderRegistry;
  const limits = new RegisteredLimits(shared, config);
  return {
    chat: new GatewayChatModel(config, new RehearsalEngine(new TrigramEncoder()), shared, limits, new UpstreamAgents()),
    change,
  };
}

async function ask(chat: GatewayChatModel): Promise<string> {
  const request: ChatRequest = {
    provider: 'acme',
    model: 'm',
    messages: [{ role: 'user', content: 'Judge.' }],
    brief: { stance: 'other', seat: 'S', language: 'en', objective: '', document: null, prior: [], seed: '0' },
    signal: new AbortController().signal,
  };
  try {
    for await (const chunk of chat.stream(request)) if (chunk.kind === 'done') return 'done';
    return 'ended';
  } catch (error) {
    return (error as Error).message;
  }
}

/** Counts who is inside at once, and answers on the next turn. */
function counting(): { readonly reply: Reply; readonly most: () => number } {
  let inside = 0;
  let most = 0;
  const reply: Reply = (response) => {
    most = Math.max(most, (inside += 1));
    response.writeHead(200, { 'content-type': 'text/event-stream' }).write(textLine('Yes.'));
    setTimeout(() => {
      inside -= 1;
      response.end(`${finishLine('stop')}data: [DONE]\n\n`);
    }, 30);
  };
  return { reply, most: () => most };
}

describe("what a provider's row says of its calls", () => {
  it('its time-outs go before those of the environment', async () => {
    upstream = await FakeUpstream.start(hangs);
    const { chat } = gateway({ timeouts: { first_token_ms: 60 } });
    expect(await ask(chat)).toContain('sent nothing for 60 ms');
  });

  it('so many calls at once as it allows; and after a change as many as that allows, without a restart', async () => {
    const { reply, most } = counting();
    upstream = await FakeUpstream.start(reply);
    const { chat, change } = gateway({ limits: { max_concurrency: 1 } });
    const askFour = () => Promise.all([1, 2, 3, 4].map(() => ask(chat)));
    expect(await askFour()).toEqual(['done', 'done', 'done', 'done']);
    expect(most()).toBe(1);
    change({ limits: { max_concurrency: 4 } });
    await askFour();
    expect(most()).toBeGreaterThan(1);
  });

  it('switched off between two calls, the second is not made', async () => {
    const { reply } = counting();
    upstream = await FakeUpstream.start(reply);
    const { chat, change } = gateway({});
    expect(await ask(chat)).toBe('done');
    change({ is_enabled: false });
    expect(await ask(chat)).toContain('is switched off');
    expect(upstream.seen).toHaveLength(1);
  });
});
