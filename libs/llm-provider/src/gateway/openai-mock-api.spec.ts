import { type ChildProcess, spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { type AddressInfo, createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type ChatChunk, type ChatRequest, ModelCallError } from '@council/council-core';
import { ModelCall } from './model-call.js';
import { OpenAiChatDialect } from './openai-chat-dialect.js';
import { Traffic } from './traffic.js';

const KEY = 'sk-canary-0815-canary';
const BALLOT = '{"choice":"no","reason":"Nobody has measured the copy."}';
const said = (role: string, content: string) => ({ role, content });
const CALL = {
  id: 'call_1',
  type: 'function' as const,
  function: { name: 'calculator', arguments: '{"expression":"6*7"}' },
};
const TOOL = { name: 'calculator', description: 'Counts.', parameters: { type: 'object', properties: {} } };

const RESPONSES = [
  { id: 'turn', messages: [said('user', 'Speak.'), said('assistant', 'The plan is sound.')] },
  {
    id: 'ballot',
    // The form of the answer, written out, is the second message.
    messages: [
      said('user', 'Vote.'),
      { role: 'user', content: '"choice"', matcher: 'contains' },
      said('assistant', BALLOT),
    ],
  },
  { id: 'tools', messages: [said('user', 'Count.'), { role: 'assistant', tool_calls: [CALL] }] },
];

/** As its users run it, in a process of its own: within ours it prints whatever it thinks. */
let mock: ChildProcess;
let port: number;
beforeAll(async () => {
  port = await freePort();
  const program = createRequire(import.meta.url).resolve('openai-mock-api/dist/cli.js');
  mock = spawn(process.execPath, [program, '--port', String(port)], { stdio: ['pipe', 'ignore', 'ignore'] });
  mock.stdin?.end(JSON.stringify({ apiKey: KEY, port, responses: RESPONSES }));
  for (let isUp = false; !isUp;) {
    if (mock.exitCode !== null) throw new Error(`the mock ended with ${mock.exitCode}`);
    isUp = await fetch(`http://127.0.0.1:${port}/health`).then(
      ({ ok }) => ok,
      () => false,
    );
    await sleep(50);
  }
});
afterAll(() => {
  mock.kill();
});

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const found = (probe.address() as AddressInfo).port;
  await new Promise((resolve) => probe.close(resolve));
  return found;
}

async function call(content: string, more: Partial<ChatRequest> = {}, key = KEY) {
  const times = { connectTimeoutMs: 9_000, firstTokenTimeoutMs: 20_000, idleTimeoutMs: 20_000, totalTimeoutMs: 40_000 };
  const config = {
    provider: 'custom' as const,
    baseUrl: `http://127.0.0.1:${port}/v1`,
    apiKey: key,
    keys: {},
    maxAttempts: 2,
    maxConcurrency: 2,
    isProbeOff: true,
    ...times,
  };
  const limits = { limitsOf: () => ({ maxConcurrency: 2, requestsPerMinute: null, tokensPerMinute: null }) };
  const request: ChatRequest = {
    provider: 'custom',
    model: 'gpt-4o',
    messages: [{ role: 'user', content }],
    brief: { stance: 'other', seat: 'S', language: 'en', objective: '', document: null, prior: [], seed: '0' },
    signal: new AbortController().signal,
    ...more,
  };
  const chunks: ChatChunk[] = [];
  try {
    const stream = new ModelCall(config, new OpenAiChatDialect(), new Traffic(2, limits), request).stream();
    for await (const chunk of stream) chunks.push(chunk);
  } catch (error) {
    if (error instanceof ModelCallError) return { chunks, error };
    throw error;
  }
  return { chunks, error: null };
}
const textOf = (chunks: readonly ChatChunk[]) =>
  chunks.map((chunk) => (chunk.kind === 'text' ? chunk.text : '')).join('');

describe('against another mock that others wrote', () => {
  it('hears a turn, and a ballot that was asked for as data', async () => {
    const turn = await call('Speak.');
    expect(textOf(turn.chunks)).toBe('The plan is sound.');
    expect(turn.chunks.at(-1)).toMatchObject({ kind: 'done', finishReason: 'stop' });
    const output = {
      name: 'ballot',
      description: 'A ballot.',
      schema: { type: 'object', properties: { choice: { type: 'string' } } },
    };
    expect(textOf((await call('Vote.', { output })).chunks)).toBe(BALLOT);
  });

  it('puts a call of a tool together', async () => {
    const { chunks } = await call('Count.', { tools: [TOOL] });
    expect(chunks.at(-2)).toEqual({
      kind: 'tool-calls',
      calls: [{ id: 'call_1', name: 'calculator', input: '{"expression":"6*7"}' }],
    });
  });

  it('tells a wrong key from a request that the server does not take', async () => {
    expect((await call('Speak.', {}, 'sk-wrong-0815-wrong')).error).toMatchObject({ code: 'MODEL.UNAUTHORIZED' });
    expect((await call('Something that nobody scripted.')).error).toMatchObject({ code: 'MODEL.REJECTED' });
  });
});
