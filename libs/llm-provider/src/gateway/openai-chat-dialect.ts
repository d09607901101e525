import type { ProviderQuirks } from '@council/contracts';
import type { ChatMessage, ChatRequest } from '@council/council-core';
import type { Endpoint } from '../providers/endpoints.js';
import { askOf } from './ask-for-form.js';
import { type AttemptPart, type AttemptWatch, ChatDialect } from './chat-attempt.js';
import { httpFetch } from './http-transport.js';
import { UpstreamAgents } from './upstream-agents.js';

type CouncilChat = InstanceType<Awaited<ReturnType<typeof loadChat>>>;
type Chunk = Awaited<ReturnType<CouncilChat['stream']>> extends AsyncIterable<infer Item> ? Item : never;

/** OpenAI's chat completions, as its own and many other servers speak them. */
export class OpenAiChatDialect extends ChatDialect {
  constructor(private readonly agents = new UpstreamAgents()) {
    super();
  }

  async *attempt(request: ChatRequest, endpoint: Endpoint, watch: AttemptWatch): AsyncIterable<AttemptPart> {
    const { signal, onSent } = watch;
    const { connectTimeoutMs } = endpoint.timeouts;
    const transport = httpFetch({ agents: this.agents, way: endpoint, connectTimeoutMs, onSent });
    const chat = await openChat(request, endpoint, transport);
    const { messages, options, answerTool } = askOf(request, endpoint.quirks);
    // Always stream(): the library's other ways count tokens with data that it downloads.
    const stream = await chat.stream(await inItsWords(messages, endpoint.quirks.system_role), {
      ...options,
      signal,
    } as CallOptions);
    const parts = readChunks(stream);
    yield* answerTool === null ? parts : calledAnswer(parts);
  }
}

async function* readChunks(stream: AsyncIterable<Chunk>): AsyncGenerator<AttemptPart> {
  for await (const chunk of stream) yield* readChunk(chunk);
}

/** The input of the call is the answer. A model that did not call, though it had to, may have written it as text. */
async function* calledAnswer(parts: AsyncIterable<AttemptPart>): AsyncGenerator<AttemptPart> {
  let isCalled = false;
  let chatter = '';
  for await (const part of parts) {
    if (part.kind === 'tool-call') {
      isCalled = true;
      yield { kind: 'text', text: part.input };
    } else if (part.kind === 'text') {
      chatter += part.text;
      yield { kind: 'beat' };
    } else yield part;
  }
  if (!isCalled && chatter !== '') yield { kind: 'text', text: chatter };
}

type CallOptions = Parameters<CouncilChat['stream']>[1];

type SystemRole = ProviderQuirks['system_role'];

/** A message of the library's own kinds with the role `developer` would leave as `system`: it goes as a generic one. */
async function inItsWords(messages: readonly ChatMessage[], systemRole: SystemRole) {
  const { AIMessage, ChatMessage: GenericMessage } = await import('@langchain/core/messages');
  return messages.map((message) => {
    if (message.role === 'system') {
      const { content } = message;
      return systemRole === 'developer' ? new GenericMessage(content, systemRole) : { role: systemRole, content };
    }
    if (message.role === 'tool') {
      return { role: 'tool', content: message.content, tool_call_id: message.toolCallId, name: message.toolName };
    }
    if (message.role !== 'assistant' || message.toolCalls === undefined) return message;
    const tool_calls = message.toolCalls.map(({ id, name, input }) => ({ id, name, args: objectIn(input) }));
    return new AIMessage({ content: message.content, tool_calls });
  });
}

/** Many servers refuse a history in which a call's input is no JSON: the tool's answer says what was wrong with it. */
function objectIn(input: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(input);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
  } catch {
    return {};
  }
}

let loaded: ReturnType<typeof importChat> | undefined;
const loadChat = (): ReturnType<typeof importChat> => (loaded ??= importChat());

/** Half a second and 20 MB: only a process that speaks to a model pays for it. */
async function importChat() {
  const { ChatOpenAICompletions, convertCompletionsDeltaToBaseMessageChunk: convert } =
    await import('@langchain/openai');
  type Delta = Parameters<typeof convert>[0];
  return class extends ChatOpenAICompletions {
    tokenLimitName: ProviderQuirks['max_tokens_name'] = 'max_tokens';

    /** The library chooses the name of the limit by the model's name; here it is the provider that decides. */
    override invocationParams(...given: Parameters<InstanceType<typeof ChatOpenAICompletions>['invocationParams']>) {
      const params: Record<string, unknown> = super.invocationParams(...given);
      const limit = params['max_completion_tokens'] ?? params['max_tokens'];
      const renamed = {
        ...params,
        max_tokens: undefined,
        max_completion_tokens: undefined,
        [this.tokenLimitName]: limit,
      };
      return renamed as ReturnType<InstanceType<typeof ChatOpenAICompletions>['invocationParams']>;
    }

    /** The library forgets reasoning that comes before the role, and does not know OpenRouter's name for it. */
    protected override _convertCompletionsDeltaToBaseMessageChunk(
      delta: Record<string, unknown>,
      rawResponse: Delta['rawResponse'],
      role: Delta['defaultRole'] = 'assistant',
    ) {
      const reasoning = delta['reasoning_content'] ?? delta['reasoning'];
      const whole = reasoning === undefined ? delta : { ...delta, reasoning_content: reasoning };
      return convert({ delta: whole, rawResponse, defaultRole: role });
    }
  };
}

async function openChat(request: ChatRequest, endpoint: Endpoint, transport: typeof fetch): Promise<CouncilChat> {
  const Chat = await loadChat();
  const chat = new Chat({
    model: request.model,
    apiKey: endpoint.apiKey,
    maxRetries: 0,
    streamUsage: endpoint.quirks.reports_usage,
    temperature: request.temperature,
    topP: request.topP,
    maxTokens: request.maxTokens,
    configuration: {
      baseURL: endpoint.baseUrl,
      fetch: transport,
      // The library would take these from the environment, and print what it cannot parse.
      organization: null,
      project: null,
      logLevel: 'off',
    },
  });
  chat.tokenLimitName = endpoint.quirks.max_tokens_name;
  return chat;
}

function* readChunk(chunk: Chunk): Generator<AttemptPart> {
  const thought = thinkingOf(chunk);
  if (thought !== '') yield { kind: 'thinking', text: thought };
  if (typeof chunk.content === 'string' && chunk.content !== '') yield { kind: 'text', text: chunk.content };
  else if (thought === '') yield { kind: 'beat' };
  for (const { index, id, name, args } of chunk.tool_call_chunks ?? []) {
    yield { kind: 'tool-call', index: index ?? 0, id: id ?? '', name: name ?? '', input: args ?? '' };
  }
  const reason: unknown = chunk.response_metadata['finish_reason'];
  if (typeof reason === 'string' && reason !== '') yield { kind: 'finish', reason };
  const usage = chunk.usage_metadata;
  // Servers without usage leave the counts undefined, whatever the type says.
  if (usage !== undefined && Number.isFinite(usage.input_tokens) && Number.isFinite(usage.output_tokens)) {
    yield { kind: 'usage', inputTokens: usage.input_tokens, outputTokens: usage.output_tokens };
  }
}

/** DeepSeek's field for reasoning, which others have taken over. */
function thinkingOf(chunk: Chunk): string {
  const thought: unknown = chunk.additional_kwargs['reasoning_content'];
  return typeof thought === 'string' ? thought : '';
}
