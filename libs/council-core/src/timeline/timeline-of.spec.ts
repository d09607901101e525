import type { LogEvent, NewEvent } from '@council/contracts';
import { DEBATE, sessionOf } from '@council/testing';
import { describe, expect, it } from '@jest/globals';
import { timelineOf } from './timeline-of.js';

const place = (events: readonly NewEvent[]): LogEvent[] =>
  events.map((event, index) => ({ ...event, seq: index + 1, timestamp: new Date(index * 1_000).toISOString() }));

const speaker = { turn_id: 'negative#1', agent_id: null, provider: 'scripted', model: 'one' };
const node_id = 'negative';
const usage = { input_tokens: 100, output_tokens: 10, is_estimated: false, estimated_cost_usd: 0.5 };
const bill = (attempt: number): NewEvent => ({
  event: 'token_usage',
  node_id,
  data: {
    ...speaker,
    ...usage,
    attempt,
    total_tokens: 110,
    cumulative_session_tokens: 0,
    cumulative_session_cost_usd: 0,
  },
});
const error = { code: 'MODEL.CUT_STREAM', message: 'it broke off' };
const created: NewEvent = { event: 'session:created', data: sessionOf(DEBATE) };
const TURN: readonly NewEvent[] = [
  { event: 'model_call:started', node_id, data: { ...speaker, attempt: 1 } },
  {
    event: 'model_call:failed',
    node_id,
    data: { turn_id: 'negative#1', attempt: 1, error, retry_in_ms: 5, usage },
  },
  { event: 'model_call:started', node_id, data: { ...speaker, attempt: 2 } },
  {
    event: 'tool_calls:requested',
    node_id,
    data: { ...speaker, attempt: 2, content: '', calls: [{ id: 'a', name: 'b', input: '{}' }], latency_ms: 9 },
  },
  bill(2),
  {
    event: 'tool_execution',
    node_id,
    data: {
      turn_id: 'negative#1',
      call_id: 'a',
      agent_id: null,
      tool: 'b',
      input: '{}',
      output: 'x',
      is_error: false,
      is_cut: false,
      latency_ms: 1,
    },
  },
  { event: 'model_call:started', node_id, data: { ...speaker, attempt: 3 } },
  {
    event: 'message:completed',
    node_id,
    data: {
      ...speaker,
      attempt: 3,
      agent_name: 'Negative',
      content: `No,\n\n${'never '.repeat(80)}\n\`\`\`json\n{}\n\`\`\``,
      references: [],
      latency_ms: 77,
    },
  },
  bill(3),
  { event: 'node_state_change', node_id, data: { status: 'completed' } },
];

describe('the timeline', () => {
  it('has one entry a turn, with all its attempts and tools, and the bill that stands behind it', () => {
    const items = timelineOf(place([created, { event: 'execution:started', data: { run: 1 } }, ...TURN]));
    expect(items.map(({ kind }) => kind)).toEqual(['created', 'started', 'turn']);
    expect(items[2]).toMatchObject({
      seq: 10,
      node_id,
      title: 'Negative',
      data: { provider: 'scripted', model: 'one', attempts: 3, tool_calls: 1, references: 0 },
      duration_ms: 7_000,
      tokens: 330,
      cost_usd: 1.5,
      is_inherited: false,
    });
    expect(items[2]?.detail).toMatch(/^No, never .*…$/);
    expect(items[2]?.detail).toHaveLength(280);
  });

  it('tells decisions and changes of state, in the order of the log', () => {
    const sitter = { agent_id: null, name: 'Deputy', provider: 'p', model: 'm' };
    const items = timelineOf(
      place([
        created,
        { event: 'execution:started', data: { run: 1 } },
        { event: 'node:parallel_start', node_id: 'fork', data: { branches: ['affirmative', 'negative'] } },
        {
          event: 'seat:replaced',
          node_id,
          data: { turn_id: 'x', fallback: 1, from: { ...sitter, name: 'Negative' }, to: sitter, error },
        },
        { event: 'execution:paused', data: { reason: 'session_paused' } },
        { event: 'document:moved', data: { path: '/document.md', version: 2, by: 'user', reason: '' } },
        { event: 'execution:resumed', data: { reason: 'user' } },
        { event: 'node_state_change', node_id, data: { status: 'failed', error } },
        { event: 'node_state_change', node_id: 'adjudicator', data: { status: 'skipped' } },
        { event: 'execution:error', node_id, data: { error: 'it broke off', code: error.code } },
        { event: 'execution:completed', data: { status: 'failed', outcome: null } },
      ]),
    );
    expect(items.map(({ kind, title, detail, data }) => ({ kind, title, detail, data }))).toEqual([
      { kind: 'created', title: 'A test', detail: null, data: { engine: 'model' } },
      { kind: 'started', title: 'A test', detail: null, data: { run: 1 } },
      { kind: 'stage', title: 'fork', detail: null, data: { branches: ['affirmative', 'negative'] } },
      {
        kind: 'seat_replaced',
        title: 'Negative',
        detail: 'it broke off',
        data: { by: 'Deputy', provider: 'p', model: 'm', code: error.code },
      },
      { kind: 'paused', title: 'A test', detail: null, data: { reason: 'session_paused' } },
      { kind: 'document_moved', title: '/document.md', detail: null, data: { version: 2, by: 'user' } },
      { kind: 'resumed', title: 'A test', detail: null, data: { reason: 'user' } },
      { kind: 'turn_failed', title: 'negative', detail: 'it broke off', data: { code: error.code } },
      { kind: 'node_skipped', title: 'adjudicator', detail: null, data: {} },
      { kind: 'failed', title: 'A test', detail: 'it broke off', data: { code: error.code } },
      { kind: 'ended', title: 'A test', detail: null, data: { status: 'failed', outcome: null } },
    ]);
    expect(items.at(-1)?.duration_ms).toBe(9_000);
  });

  it('of a fork says what was copied; a copied turn took what its last call took', () => {
    const usageOf = { input_tokens: 330, output_tokens: 0, cost_usd: 1.5, is_estimated: false };
    const forked: NewEvent = {
      event: 'session:forked',
      data: { session_uuid: 's', seq: 11, seats: ['adjudicator'], inherited_usage: usageOf },
    };
    const items = timelineOf(place([created, ...TURN, forked]));
    expect(items.map(({ kind, is_inherited }) => [kind, is_inherited])).toEqual([
      ['created', false],
      ['turn', true],
      ['forked', false],
    ]);
    expect(items[1]?.duration_ms).toBe(77);
    expect(items[2]?.data).toEqual({ session_uuid: 's', seq: 11, seats: ['adjudicator'] });
  });
});
