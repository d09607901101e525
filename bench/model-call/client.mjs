// One client in one mode: `client.mjs <openai|langchain|council> <sequential|fifty|memory> <port>`; reports and ends.
import { setTimeout as sleep } from 'node:timers/promises';

const [client, mode, port] = process.argv.slice(2);
const baseURL = `http://127.0.0.1:${port}/v1`;
const messages = [{ role: 'user', content: 'Judge this plan. '.repeat(120) }];
const built = (path) => import(new URL(`../../dist/libs/${path}`, import.meta.url).href);

/** A function that makes one call and reads it to its end. */
const call = await { openai, langchain, council }[client]();

async function openai() {
  const { OpenAI } = await import('openai');
  const api = new OpenAI({ apiKey: 'none', baseURL, maxRetries: 0 });
  return async () => {
    const stream = await api.chat.completions.create({
      model: 'm',
      messages,
      stream: true,
      stream_options: { include_usage: true },
    });
    let text = '';
    for await (const part of stream) text += part.choices[0]?.delta.content ?? '';
    return text;
  };
}

async function langchain() {
  const { ChatOpenAICompletions } = await import('@langchain/openai');
  const chat = new ChatOpenAICompletions({ model: 'm', apiKey: 'none', maxRetries: 0, configuration: { baseURL } });
  return async () => {
    let text = '';
    for await (const part of await chat.stream(messages)) text += part.content;
    return text;
  };
}

/** The gateway as the server uses it: deadlines, breaker, gate, ledger's figures and all. */
async function council() {
  const { ModelCall } = await built('llm-provider/src/gateway/model-call.js');
  const { OpenAiChatDialect } = await built('llm-provider/src/gateway/openai-chat-dialect.js');
  const { Traffic } = await built('llm-provider/src/gateway/traffic.js');
  const { UpstreamAgents } = await built('llm-provider/src/gateway/upstream-agents.js');
  const second = {
    connectTimeoutMs: 10_000,
    firstTokenTimeoutMs: 60_000,
    idleTimeoutMs: 30_000,
    totalTimeoutMs: 300_000,
  };
  const config = {
    provider: 'custom',
    model: 'm',
    baseUrl: baseURL,
    keys: {},
    maxAttempts: 3,
    maxConcurrency: 2_000,
    isProbeOff: true,
    ...second,
  };
  const limits = { limitsOf: () => ({ maxConcurrency: 2_000, requestsPerMinute: null, tokensPerMinute: null }) };
  const traffic = new Traffic(2_000, limits);
  const dialect = new OpenAiChatDialect(new UpstreamAgents());
  const brief = { stance: 'other', seat: 'S', language: 'en', objective: '', document: null, prior: [], seed: '0' };
  return async () => {
    const request = { provider: 'custom', model: 'm', messages, brief, signal: new AbortController().signal };
    let text = '';
    for await (const part of new ModelCall(config, dialect, traffic, request).stream()) {
      if (part.kind === 'text') text += part.text;
    }
    return text;
  };
}

async function timed(calls) {
  const took = [];
  const begun = process.cpuUsage();
  await calls(async () => {
    const at = performance.now();
    if ((await call()).length < 400) throw new Error('the answer is not whole');
    took.push(performance.now() - at);
  });
  const { user, system } = process.cpuUsage(begun);
  return { cpuMs: (user + system) / 1_000 / took.length, p50Ms: took.toSorted((a, b) => a - b)[took.length >> 1] };
}

const inTurn = async (one) => {
  for (let at = 0; at < 15; at += 1) await one();
};
const fiftyAtOnce = async (one) => {
  for (let at = 0; at < 4; at += 1) await Promise.all(Array.from({ length: 50 }, one));
};

async function memory() {
  const streams = 1_000;
  globalThis.gc();
  await sleep(200);
  const before = process.memoryUsage();
  const all = Promise.all(Array.from({ length: streams }, call));
  // In the middle of their answers.
  await sleep(700);
  globalThis.gc();
  const during = process.memoryUsage();
  await all;
  const used = ({ heapUsed, external }) => heapUsed + external;
  return { streams, kbPerStream: (used(during) - used(before)) / streams / 1_024 };
}

// What is loaded and compiled the first time is nobody's share of a call.
for (let at = 0; at < 3; at += 1) await call();
process.send(await (mode === 'memory' ? memory() : timed(mode === 'fifty' ? fiftyAtOnce : inTurn)), () =>
  process.exit(),
);
