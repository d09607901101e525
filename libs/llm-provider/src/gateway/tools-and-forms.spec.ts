import { afterEach, describe, expect, it } from '@jest/globals';
import type { ChatMessage, ChatRequest } from '@council/council-core';
import { askOf } from './ask-for-form.js';
import { chunkLine, FakeUpstream, finishLine, type Reply, says, streams, textLine } from './fake-upstream.js';
import { ModelCall } from './model-call.js';
import { OpenAiChatDialect } from './openai-chat-dialect.js';
import { Traffic } from './traffic.js';

let upstream: FakeUpstream;
const start = async (...replies: readonly Reply[]) => (upstream = await FakeUpstream.start(...replies));
afterEach(() => upstream.stop());

const TOOL = { name: 'read_file', description: 'Reads.', parameters: { type: 'object', properties: {} } };
const FORM = {
  name: 'ballot',
  description: 'Your ballot.',
  schema: { type: 'object', properties: { choice: { type: 'string', minLength: 1 } }, required: [] },
};
const request = (more: Partial<ChatRequest>): ChatRequest => ({
  provider: 'openai',
  model: 'm',
  messages: [{ role: 'user', content: 'Judge this.' }],
  brief: { stance: 'other', seat: 'S', language: 'en', objective: '', document: null, prior: [], seed: '0' },
  signal: new AbortController().signal,
  ...more,
});

async function call(more: Partial<ChatRequest>) {
  const deadlines = {
    connectTimeoutMs: 9_000,
    firstTokenTimeoutMs: 9_000,
    idleTimeoutMs: 9_000,
    totalTimeoutMs: 9_000,
  };
  const config = {
    provider: 'openai' as const,
    baseUrl: upstream.baseUrl,
    keys: { openai: 'k-openai' },
    maxAttempts: 1,
    maxConcurrency: 2,
    isProbeOff: true,
    ...deadlines,
  };
  const limits = { limitsOf: () => ({ maxConcurrency: 2, requestsPerMinute: null, tokensPerMinute: null }) };
  const chunks = [];
  const stream = new ModelCall(config, new OpenAiChatDialect(), new Traffic(2, limits), request(more)).stream();
  for await (const chunk of stream) chunks.push(chunk);
  return chunks;
}
const piece = (index: number, id: string, name: string, args: string) =>
  chunkLine({
    index: 0,
    delta: {
      tool_calls: [
        { index, ...(id === '' ? {} : { id }), function: { ...(name === '' ? {} : { name }), arguments: args } },
      ],
    },
    finish_reason: null,
  });

const asked = (id: string, input: string) => ({ id, name: 'read_file', input });

describe('calls of tools', () => {
  it('are put together from their pieces, several in a turn, and come before the end', async () => {
    await start(
      streams(
        textLine('Let me look.'),
        piece(0, 'a', 'read_file', '{"pa'),
        piece(1, 'b', 'list_files', ''),
        piece(0, '', '', 'th":"/x"}'),
        piece(1, '', '', '{}'),
        finishLine('tool_calls'),
      ),
    );
    const chunks = await call({ tools: [TOOL] });
    expect(chunks.slice(-2)).toEqual([
      {
        kind: 'tool-calls',
        calls: [
          { id: 'a', name: 'read_file', input: '{"path":"/x"}' },
          { id: 'b', name: 'list_files', input: '{}' },
        ],
      },
      expect.objectContaining({ kind: 'done', finishReason: 'tool_calls' }),
    ]);
    expect(upstream.seen[0]?.body['tools']).toEqual([{ type: 'function', function: TOOL }]);
  });

  it('are told apart by their ids where a server gives all the same index, and get ids where it gives none', async () => {
    await start(
      streams(piece(0, 'a', 'one', '{}'), piece(0, 'b', 'two', '{}'), finishLine('stop')),
      streams(piece(0, '', 'one', '{}'), piece(1, '', 'two', '{}'), finishLine('tool_calls')),
    );
    const [first, second] = [await call({ tools: [TOOL] }), await call({ tools: [TOOL] })];
    expect(first.at(-2)).toMatchObject({ calls: [{ name: 'one' }, { name: 'two' }] });
    expect(second.at(-2)).toMatchObject({ calls: [{ id: 'call_1' }, { id: 'call_2' }] });
  });

  it('go back with their results, and what was no JSON as an empty object', async () => {
    await start(says('Done.'));
    const messages: ChatMessage[] = [
      { role: 'user', content: 'Mend it.' },
      { role: 'assistant', content: '', toolCalls: [asked('a', '{"path": "/x"}'), asked('b', '{"pa')] },
      { role: 'tool', content: 'L1| text', toolCallId: 'a', toolName: 'read_file' },
    ];
    await call({ messages, tools: [TOOL], toolChoice: 'none' });
    expect(upstream.seen[0]?.body).toMatchObject({
      tool_choice: 'none',
      messages: [
        { role: 'user', content: 'Mend it.' },
        {
          role: 'assistant',
          tool_calls: [
            { id: 'a', type: 'function', function: { name: 'read_file', arguments: '{"path":"/x"}' } },
            { id: 'b', type: 'function', function: { name: 'read_file', arguments: '{}' } },
          ],
        },
        { role: 'tool', tool_call_id: 'a', content: 'L1| text' },
      ],
    });
  });
});

describe('an answer of a given form', () => {
  it('is asked for by the schema, made strict', async () => {
    await start(says('{"choice":"yes"}'));
    await call({ output: FORM });
    expect(upstream.seen[0]?.body['response_format']).toEqual({
      type: 'json_schema',
      json_schema: {
        name: 'ballot',
        description: 'Your ballot.',
        strict: true,
        schema: {
          type: 'object',
          properties: { choice: { type: 'string' } },
          required: ['choice'],
          additionalProperties: false,
        },
      },
    });
  });

  it('is asked for by a call where there is no JSON mode, by JSON mode or in words else', () => {
    const called = askOf(request({ output: FORM }), { json_mode: 'none', supports_tools: true });
    expect(called).toMatchObject({ answerTool: 'ballot', options: { tool_choice: { function: { name: 'ballot' } } } });
    const object = askOf(request({ output: FORM }), { json_mode: 'object', supports_tools: true });
    expect(object.options).toEqual({ response_format: { type: 'json_object' } });
    expect(object.messages.at(-1)?.content).toContain('"choice"');
    const words = askOf(request({ output: FORM }), { json_mode: 'none', supports_tools: false });
    expect(words.options).toEqual({});
    expect(words.messages).toHaveLength(2);
  });

  it('keeps a property that has the name of a refused word', () => {
    const schema = { type: 'object', properties: { default: { type: 'string' } } };
    const { options } = askOf(request({ output: { ...FORM, schema } }), { json_mode: 'schema', supports_tools: true });
    expect(options.response_format).toMatchObject({ json_schema: { schema: { required: ['default'] } } });
  });
});
