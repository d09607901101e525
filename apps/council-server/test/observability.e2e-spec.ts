import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { openTestDatabase, type TestDatabase } from '@council/testing';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { WebSocket } from 'ws';
import { ApiClient, debateOn } from './api-client.js';
import { eventually, TEST_TIMEOUT_MS } from './eventually.js';
import { send } from './raw-http.js';
import { readSample } from './samples.js';
import { ScriptedUpstream, speaks } from './scripted-upstream.mjs';
import { SpawnedServer } from './spawned-server.mjs';

jest.setTimeout(TEST_TIMEOUT_MS);

const TRACE = '4bf92f3577b34da6a3ce929d0e0e4736';
const PARENT = '00f067aa0ba902b7';
const CANARIES = {
  key: 'Canary3310Key',
  bearer: 'Canary3310Bearer',
  cookie: 'Canary3310Cookie',
  otlp: 'Canary3310Otlp',
};

interface SentSpan {
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
  readonly name: string;
  readonly startTimeUnixNano: string;
  readonly endTimeUnixNano: string;
}

/** A collector on loopback. */
class Collector {
  readonly spans: SentSpan[] = [];
  readonly tokens = new Set<string | undefined>();
  private readonly server: Server = createServer((request, response) => {
    let text = '';
    request.on('data', (chunk: Buffer) => (text += chunk.toString()));
    request.on('end', () => {
      const { resourceSpans } = JSON.parse(text) as {
        readonly resourceSpans: { readonly scopeSpans: { readonly spans: SentSpan[] }[] }[];
      };
      for (const { scopeSpans } of resourceSpans) for (const { spans } of scopeSpans) this.spans.push(...spans);
      this.tokens.add(String(request.headers['x-token']));
      response.writeHead(request.url === '/v1/traces' ? 200 : 404, { 'content-type': 'application/json' }).end('{}');
    });
  });

  async start(): Promise<string> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  stop(): void {
    this.server.close();
    this.server.closeAllConnections();
  }
}

let database: TestDatabase;
let server: SpawnedServer;
let upstream: ScriptedUpstream;
let session: string;
const collector = new Collector();
const api = new ApiClient(() => server);

beforeAll(async () => {
  database = await openTestDatabase();
  upstream = await ScriptedUpstream.start(speaks({ pieces: 2, pauseMs: 0 }));
  server = await SpawnedServer.start({
    environment: {
      ...database.environment,
      ...{ LLM_PROVIDER: 'custom', LLM_MODEL: 'm', LLM_BASE_URL: upstream.baseUrl, LLM_API_KEY: CANARIES.key },
      ...{ COUNCIL_LOG_FORMAT: 'json', COUNCIL_LOG_LEVEL: 'debug', METRICS_PORT: '0' },
      OTEL_EXPORTER_OTLP_ENDPOINT: await collector.start(),
      OTEL_EXPORTER_OTLP_HEADERS: `x-token=${CANARIES.otlp}`,
    },
  });
  const answer = await fetch(`${server.url}/api/v1/workflows/execute`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-request-id': 'request-77',
      traceparent: `00-${TRACE}-${PARENT}-01`,
      authorization: `Bearer ${CANARIES.bearer}`,
      cookie: `council_session=${CANARIES.cookie}`,
    },
    body: JSON.stringify(debateOn(readSample('examples/design-document.md'))),
  });
  session = ((await answer.json()) as { readonly session_uuid: string }).session_uuid;
  await api.ended(session);
});
afterAll(async () => {
  await server.stop();
  await upstream.stop();
  collector.stop();
  await database.close();
});

describe('metrics', () => {
  const address = (): string => /Metrics are at (http:[^\s"]+)/.exec(server.output)?.[1] ?? '';
  const read = async (): Promise<string> => (await fetch(address())).text();

  it('say what happened and how the parts are, in the text format of Prometheus', async () => {
    const text = await read();
    const valueOf = (series: string): number =>
      Number(
        text
          .split('\n')
          .find((line) => line.startsWith(`${series} `))
          ?.slice(series.length + 1) ?? NaN,
      );
    expect(valueOf('council_sessions{status="completed"}')).toBe(1);
    expect(valueOf('council_sessions{status="failed"}')).toBe(0);
    expect(valueOf('council_model_calls_total{provider="custom",outcome="ok"}')).toBe(upstream.journal.length);
    expect(valueOf('council_tokens_total{provider="custom",direction="output"}')).toBeGreaterThan(0);
    expect(valueOf('council_cost_usd_total{provider="custom"}')).toBe(0);
    expect(valueOf('council_steps_total')).toBeGreaterThan(3);
    expect(valueOf('council_events_total{event="session:created"}')).toBe(1);
    const execute = '{method="POST",route="/api/v1/workflows/execute",status="202"}';
    expect(valueOf(`council_http_requests_total${execute}`)).toBe(1);
    expect(valueOf('council_redis_up{use="cache",state="off"}')).toBe(1);
    expect(valueOf('council_queue_depth')).toBe(0);
    expect(valueOf('council_live_sockets')).toBe(0);
    const pool = ['busy', 'idle'].map((state) => valueOf(`council_db_pool_connections{state="${state}"}`));
    expect(pool.reduce((sum, count) => sum + count, 0)).toBeGreaterThan(0);
    expect(valueOf('nodejs_eventloop_lag_p99_seconds')).toBeGreaterThan(0);
  });

  it('make no series of an address that somebody thought of, and none of an id', async () => {
    await fetch(`${server.url}/api/v1/sessions/${session}`);
    await fetch(`${server.url}/api/v1/nothing/${'x'.repeat(40)}`);
    const text = await read();
    expect(text).toContain('route="/api/v1/sessions/:id"');
    expect(text).not.toContain(session);
    expect(text).not.toContain('xxxx');
  });

  it('count a socket while it is open', async () => {
    const socket = new WebSocket(`${server.url.replace('http', 'ws')}/ws`);
    await eventually('the socket', async () => ((await read()).includes('council_live_sockets 1') ? true : undefined));
    socket.close();
    await eventually('its end', async () => ((await read()).includes('council_live_sockets 0') ? true : undefined));
  });

  it('are not on the port that the world is led to, and nothing else is on theirs', async () => {
    expect(await (await fetch(`${server.url}/metrics`)).text()).not.toContain('council_steps_total');
    expect((await fetch(new URL('/health', address()))).status).toBe(404);
    expect((await fetch(address(), { method: 'POST' })).status).toBe(404);
  });
});

describe('traces', () => {
  it('are handed on to the model in the trace of the request', () => {
    expect(upstream.journal.length).toBeGreaterThan(0);
    const parents = upstream.journal.map(({ traceparent }) => traceparent);
    for (const parent of parents) expect(parent).toMatch(new RegExp(`^00-${TRACE}-[0-9a-f]{16}-01$`));
    expect(new Set(parents).size).toBe(parents.length);
  });

  it('arrive at the collector: request, session and calls, each within the one before', async () => {
    const named = (name: string) => collector.spans.find((span) => span.name === name && span.traceId === TRACE);
    await eventually('the spans', () => (named('drive session') === undefined ? undefined : true));
    const [request, drive, call] = [named('POST'), named('drive session'), named('model call')];
    expect(request?.parentSpanId).toBe(PARENT);
    expect(drive?.parentSpanId).toBe(request?.spanId);
    expect(call?.parentSpanId).toBe(drive?.spanId);
    expect(BigInt(call?.endTimeUnixNano ?? 0) >= BigInt(call?.startTimeUnixNano ?? 1)).toBe(true);
    expect(upstream.journal.some(({ traceparent }) => traceparent?.includes(call?.spanId ?? '-'))).toBe(true);
    expect([...collector.tokens]).toEqual([CANARIES.otlp]);
  });
});

describe('the log', () => {
  it('is one JSON object a line, with the request, the session and the trace, and no secret', async () => {
    await send(api.port, 'GET', '/api/v1/agents', { 'x-forwarded-for': '10.0.0.7', 'x-request-id': 'request-78' });
    await server.stop();
    const lines = server.output
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, string>);
    for (const line of lines) expect(line).toMatchObject({ level: expect.any(String), time: expect.any(String) });
    expect(lines).toContainEqual(expect.objectContaining({ msg: expect.stringContaining('The Council is at') }));
    expect(lines).toContainEqual(
      expect.objectContaining({ from: 'http', request_id: 'request-77', trace_id: TRACE, level: 'debug' }),
    );
    expect(lines).toContainEqual(expect.objectContaining({ from: 'http', session_uuid: session }));
    const refusal = /^refused who=stranger .* code=REQUEST\.FORWARDED .* request_id=request-78$/;
    expect(lines).toContainEqual(
      expect.objectContaining({ level: 'warn', from: 'access', msg: expect.stringMatching(refusal) }),
    );
    for (const canary of Object.values(CANARIES)) expect(server.output).not.toContain(canary);
  });
});
