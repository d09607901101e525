import type { LogEvent, NewEvent, SessionCreated, ToolName } from '@council/contracts';
import {
  type ChatChunk,
  type ChatRequest,
  EventStore,
  type Lease,
  ledgerOf,
  type ToolCall,
} from '@council/council-core';
import {
  graphOf,
  judgement,
  MemoryEventStore,
  NO_TOOLS,
  ScriptedChatModel,
  ScriptedToolBox,
  sessionOf,
  UNBOUND,
} from '@council/testing';
import { describe, expect, it } from '@jest/globals';
import { LiveChannel } from './live-channel.js';
import { SessionDriver } from './session-driver.js';

const ID = 'session';
const lease: Lease = { sessionUuid: ID, owner: 'test', epoch: 1 };
type Asked = Omit<ChatRequest, 'signal'>;

async function* asks(...calls: readonly ToolCall[]): AsyncIterable<ChatChunk> {
  yield { kind: 'text', text: 'Let me look.' };
  yield { kind: 'tool-calls', calls };
  yield { kind: 'done', inputTokens: 10, outputTokens: 2, isEstimated: false, finishReason: 'tool_calls' };
}
const asked = (name: string, input: unknown, id = name): ToolCall => ({ id, name, input: JSON.stringify(input) });
const WRITE = (content: string) => asked('write_file', { path: '/document.md', content, reason: 'Order 1' });
const READ = asked('read_file', { path: '/document.md' });

const surgery = (
  tools: readonly ToolName[],
  more: Record<string, unknown> = {},
  session: Partial<SessionCreated> = {},
) =>
  sessionOf(
    graphOf(
      { start: ['start', 'surgeon'], surgeon: ['agent', 'end'], end: ['end'] },
      { surgeon: { agent_uuid: '00000000-0000-4000-8000-000000000000', tools, ...more } },
    ),
    session,
  );

interface Setting {
  readonly session?: SessionCreated;
  readonly store?: MemoryEventStore;
  readonly tools?: ScriptedToolBox;
}
async function play(
  script: (request: Asked, call: number) => string | AsyncIterable<ChatChunk>,
  setting: Setting = {},
) {
  const { session = surgery(['read_file', 'write_file']), store = new MemoryEventStore(), tools = NO_TOOLS } = setting;
  const model = new ScriptedChatModel(script);
  if ((await store.read(ID)).length === 0) await store.append(ID, null, [{ event: 'session:created', data: session }]);
  const live = new LiveChannel();
  const driver = new SessionDriver(lease, { store, model, tools, live, ...UNBOUND }, new AbortController().signal);
  const state = await driver.drive();
  return { state, model, store, log: await store.read(ID) };
}
const inOrder =
  (...answers: readonly (string | AsyncIterable<ChatChunk>)[]) =>
  (_request: Asked, call: number) =>
    answers[call - 1] ?? 'Done.';
const executions = (log: readonly LogEvent[]) =>
  log.flatMap((event) => (event.event === 'tool_execution' ? [event.data] : []));

describe('a turn with tools', () => {
  it('reads and writes the document as a proposal, with author and reason, and says what it did', async () => {
    const { state, model, log } = await play(inOrder(asks(READ), asks(WRITE('New text.\n')), 'Mended.'));
    expect(state).toMatchObject({ status: 'completed', outcome: 'full' });
    expect(state.files['/document.md']).toMatchObject([
      { version: 1, author: 'user' },
      { version: 2, author: 'surgeon', reason: 'Order 1', base_version: 1, is_proposed: true, content: 'New text.\n' },
    ]);
    expect(state.document?.version).toBe(1);
    expect(executions(log)[0]?.output).toContain('L1| First line.\nL2| Second line.');
    const last = model.requests.at(-1)?.messages ?? [];
    expect(last.map((message) => message.role)).toEqual(['system', 'user', 'assistant', 'tool', 'assistant', 'tool']);
    expect(last[3]?.content).toMatch(/^<tool_result id="[0-9a-f]{12}" tool="read_file"/);
    const message = log.find((event) => event.event === 'message:completed');
    expect(message?.data).toMatchObject({
      content: 'Mended.',
      attempt: 3,
      tool_turns: 2,
      is_tool_allowance_spent: false,
    });
  });

  it('bills every call of its model, and the sums are the session’s usage', async () => {
    const { state, log } = await play(inOrder(asks(READ), 'Done.'));
    const { items, totals } = ledgerOf(log);
    expect(items).toMatchObject([
      { attempt: 1, outcome: 'completed', input_tokens: 10, output_tokens: 2 },
      { attempt: 2, outcome: 'completed', input_tokens: 100, output_tokens: 5 },
    ]);
    expect(totals).toMatchObject({ input_tokens: 110, output_tokens: 7, cost_usd: state.usage.cost_usd });
  });

  it('goes on after a crash without asking or running anything again', async () => {
    const store = new MemoryEventStore();
    const broken = play(inOrder(asks(READ), asks(WRITE('A\n')), new Broken()), { store });
    await expect(broken).rejects.toThrow('power cut');
    const { state, model } = await play(inOrder('Done.'), { store });
    expect(model.requests).toHaveLength(1);
    expect(state.files['/document.md']).toHaveLength(2);
    expect(state.status).toBe('completed');
  });

  it('refuses to write what it has not read, bad input, unknown tools and bad paths, and lets the model go on', async () => {
    const calls = [
      WRITE('Blind.\n'),
      { id: 'b', name: 'read_file', input: '{"path":' },
      asked('write_file', { path: '/../etc/passwd', content: '', reason: '' }, 'c'),
      asked('web_search', { query: 'x' }, 'd'),
      asked('read_file', { path: '/nothing' }, 'e'),
    ];
    const { state, log } = await play(inOrder(asks(...calls), 'I could not.'));
    expect(executions(log).map(({ output, is_error }) => [is_error, output])).toEqual([
      [true, expect.stringContaining('read it before you write')],
      [true, expect.stringContaining('not JSON')],
      [true, expect.stringContaining('no ".."')],
      [true, 'this seat has no tool "web_search"'],
      [true, expect.stringContaining('there is no file /nothing')],
    ]);
    expect(state.files['/document.md']).toHaveLength(1);
    expect(state.status).toBe('completed');
  });

  it('ends its allowance with a last word without tools, and the log says so', async () => {
    const session = surgery(['list_files'], { max_tool_turns: 2 });
    const { model, log } = await play(
      inOrder(asks(asked('list_files', {})), asks(asked('list_files', {})), 'Enough.'),
      {
        session,
      },
    );
    expect(model.requests.map(({ toolChoice }) => toolChoice)).toEqual([undefined, undefined, 'none']);
    expect(model.requests[2]?.messages.at(-1)?.content).toContain('allowance');
    const message = log.find((event) => event.event === 'message:completed');
    expect(message?.data).toMatchObject({ content: 'Enough.', tool_turns: 2, is_tool_allowance_spent: true });
  });

  it('fails when the model asks on and says nothing', async () => {
    const silent = async function* (): AsyncIterable<ChatChunk> {
      yield { kind: 'tool-calls', calls: [asked('list_files', {})] };
      yield { kind: 'done', inputTokens: 1, outputTokens: 1, isEstimated: false, finishReason: 'tool_calls' };
    };
    const { state, log } = await play(() => silent(), { session: surgery(['list_files'], { max_tool_turns: 1 }) });
    expect(state).toMatchObject({ status: 'failed', error: { code: 'TURN.NO_ANSWER' } });
    expect(ledgerOf(log).items).toHaveLength(2);
  });

  it('does not offer what the agent’s switch forbids, whatever the node says', async () => {
    const base = surgery(['calculator', 'web_search', 'fetch_page']);
    const on = { web_search: true, search_provider: 'brave', code_execution: false };
    const open = {
      ...base,
      seats: base.seats.map((seat) => ({ ...seat, agent: seat.agent && { ...seat.agent, capabilities: on } })),
    };
    const closed = await play(inOrder('Done.'), { session: base });
    expect(closed.model.requests[0]?.tools?.map((tool) => tool.name)).toEqual(['calculator']);
    const tools = new ScriptedToolBox(() => ({ output: 'x'.repeat(20_000), isError: false }));
    const { model, log } = await play(inOrder(asks(asked('web_search', { query: 'q' })), 'Done.'), {
      session: open,
      tools,
    });
    expect(model.requests[0]?.tools?.map((tool) => tool.name)).toEqual(['calculator', 'web_search', 'fetch_page']);
    expect(tools.calls).toMatchObject([{ tool: 'web_search', context: { searchProvider: 'brave' } }]);
    expect(executions(log)).toMatchObject([{ is_cut: true }]);
    expect(executions(log)[0]?.output.length).toBeLessThan(16_100);
  });
});

describe('two who write the same file', () => {
  const parallel = graphOf(
    {
      start: ['start', 'fork'],
      fork: ['parallel', 'one', 'two'],
      one: ['agent', 'end'],
      two: ['agent', 'end'],
      end: ['end'],
    },
    Object.fromEntries(
      ['one', 'two'].map((id) => [
        id,
        { agent_uuid: '00000000-0000-4000-8000-000000000000', role: 'other', tools: ['read_file', 'write_file'] },
      ]),
    ),
  );
  const each = ({ messages, brief }: Asked) => {
    const done = messages.filter((message) => message.role === 'assistant').length;
    return done === 0 ? asks(READ) : done === 1 ? asks(WRITE(`By ${brief.seat}.\n`)) : 'Done.';
  };

  it('both end with their version, and the later one is told of the other', async () => {
    const { state, log } = await play(each, { session: sessionOf(parallel) });
    const versions = state.files['/document.md'] ?? [];
    expect(versions.map(({ version }) => version)).toEqual([1, 2, 3]);
    expect(
      versions
        .slice(1)
        .map(({ content }) => content)
        .toSorted(),
    ).toEqual(['By one.\n', 'By two.\n']);
    expect(versions.map(({ base_version }) => base_version)).toEqual([null, 1, 1]);
    const outputs = executions(log)
      .filter(({ tool }) => tool === 'write_file')
      .map(({ output }) => output);
    expect(outputs[1]).toMatch(/does not contain version 2 by (one|two)/);
  });

  it('writes again with the next number when somebody outside was faster', async () => {
    const store = new ContestedStore();
    const { state } = await play(inOrder(asks(READ), asks(WRITE('Mine.\n')), 'Done.'), { store });
    expect(state.files['/document.md']).toMatchObject([
      { version: 1 },
      { content: 'Theirs.\n' },
      { content: 'Mine.\n' },
    ]);
    expect(state.status).toBe('completed');
  });
});

describe('a verdict that cannot be read', () => {
  const court = sessionOf(graphOf({ start: ['start', 'adjudicator'], adjudicator: ['agent', 'end'], end: ['end'] }));

  it('is asked for once more as data, and keeps the words of the first answer', async () => {
    const block = judgement([80, 70, 60]).split('```json\n')[1]?.split('\n```')[0] ?? '';
    const { state, model, log } = await play(inOrder('Both have a point. Approved, 95.', block), { session: court });
    expect(state.verdict).toMatchObject({ kind: 'judged', weighted_total: 71 });
    expect(model.requests[1]?.output).toMatchObject({ name: 'verdict', schema: { type: 'object' } });
    expect(model.requests[1]?.messages.at(-1)?.content).toContain('holds no machine-readable block');
    expect(state.seats['adjudicator']?.turn?.content).toMatch(/^Both have a point[^]+```json\n\{/);
    expect(ledgerOf(log).items.map(({ outcome }) => outcome)).toEqual(['rejected', 'completed']);
  });

  it('is an error when the second answer is none either, and never a pass', async () => {
    const { state, model } = await play(() => 'Approved.', { session: court });
    expect(model.requests).toHaveLength(2);
    expect(state).toMatchObject({ outcome: 'degraded', verdict: { kind: 'unreadable', exit_recommendation: false } });
  });
});

describe('a ballot', () => {
  const voting = sessionOf(
    graphOf(
      { start: ['start', 'voter'], voter: ['agent', 'end'], end: ['end'] },
      { voter: { agent_uuid: '00000000-0000-4000-8000-000000000000', output_format: 'ballot' } },
    ),
  );
  const cast = (log: readonly LogEvent[]) => log.find((event) => event.event === 'ballot:cast')?.data;

  it('is asked for as data from the first word on, and shown as words', async () => {
    const { state, model, log } = await play(inOrder('{"choice":"no","reason":"Too late."}'), { session: voting });
    expect(model.requests).toMatchObject([{ output: { name: 'ballot' } }]);
    expect(cast(log)).toMatchObject({ choice: 'no', reason: 'Too late.', agent_name: 'voter', problem: null });
    expect(state.seats['voter']?.turn?.content).toBe('**No.** Too late.');
    expect(state.outcome).toBe('full');
  });

  it('may be mended once, and is an error after that, never a yes', async () => {
    const mended = await play(inOrder('I vote yes!', '{"choice":"yes","reason":"It holds."}'), { session: voting });
    expect(cast(mended.log)).toMatchObject({ choice: 'yes' });
    const lost = await play(() => 'Yes. Yes! choice: yes', { session: voting });
    expect(lost.model.requests).toHaveLength(2);
    expect(cast(lost.log)).toMatchObject({ choice: 'error', problem: expect.any(String) });
    expect(lost.state.outcome).toBe('degraded');
  });
});

describe('a seat whose model has finally failed', () => {
  const fallback = { ...(sessionOf(graphOf({ a: ['agent'] })).seats[0] as SessionCreated['seats'][number]) };
  const base = surgery(['list_files']);
  const seats = base.seats.map((seat) => ({
    ...seat,
    fallbacks: [{ ...fallback, node_id: seat.node_id, name: 'Deputy', used: { provider: 'other', model: 'two' } }],
  }));
  const failing = async function* (): AsyncIterable<ChatChunk> {
    yield { kind: 'text', text: 'Half' };
    const { ModelCallError } = await import('@council/council-core');
    throw new ModelCallError('MODEL.UPSTREAM', 'gone');
  };

  it('is taken by its fallback, and the log names both', async () => {
    const { state, model, log } = await play(inOrder(failing(), 'I stand in.'), { session: { ...base, seats } });
    expect(model.requests.map(({ model: name }) => name)).toEqual(['one', 'two']);
    expect(log.find((event) => event.event === 'seat:replaced')?.data).toMatchObject({
      from: { name: 'surgeon', model: 'one' },
      to: { name: 'Deputy', model: 'two' },
      error: { code: 'MODEL.UPSTREAM' },
    });
    expect(state.seats['surgeon']?.turn).toMatchObject({ agentName: 'Deputy', model: 'two' });
    expect(state).toMatchObject({ status: 'completed', outcome: 'degraded' });
  });

  it('fails when the last one fails', async () => {
    const { state, model } = await play(() => failing(), { session: { ...base, seats } });
    expect(model.requests).toHaveLength(2);
    expect(state).toMatchObject({ status: 'failed', error: { code: 'MODEL.UPSTREAM' } });
  });
});

/** A call that breaks off like a process does. */
class Broken implements AsyncIterable<ChatChunk> {
  [Symbol.asyncIterator](): AsyncIterator<ChatChunk> {
    return { next: () => Promise.reject(new Error('power cut')) };
  }
}

/** Somebody else writes version 2 right before the first write that comes. */
class ContestedStore extends MemoryEventStore {
  private isOver = false;

  override async append(...[id, by, events, terms]: Parameters<EventStore['append']>): Promise<readonly LogEvent[]> {
    if (
      !this.isOver &&
      by !== null &&
      events.some((event) => event.event === 'file:written' && event.data.version === 2)
    ) {
      this.isOver = true;
      const data = {
        path: '/document.md',
        version: 2,
        content: 'Theirs.\n',
        author: 'user',
        reason: '',
        is_proposed: true,
      };
      await super.append(id, null, [{ event: 'file:written', data } satisfies NewEvent]);
    }
    return super.append(id, by, events, terms);
  }
}
