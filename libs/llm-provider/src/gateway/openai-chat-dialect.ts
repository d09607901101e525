import type { ProviderQuirks } from '@council/contracts';
import type { ChatRequest } from '@council/council-core';
import type { Endpoint } from '../providers/endpoints.js';
import { type AttemptPart, type AttemptWatch, ChatDialect } from './chat-attempt.js';
import { httpFetch } from './http-transport.js';

type CouncilChat = InstanceType<Awaited<ReturnType<typeof loadChat>>>;
type Chunk = Awaited<ReturnType<CouncilChat['stream']>> extends AsyncIterable<infer Item> ? Item : never;

/** OpenAI's chat completions, as its own and many other servers speak them. */
export class OpenAiChatDialect extends ChatDialect {
  constructor(private readonly connectTimeoutMs: number) {
    super();
  }

  async *attempt(request: ChatRequest, endpoint: Endpoint, watch: AttemptWatch): AsyncIterable<AttemptPart> {
    const { signal, onSent } = watch;
    const transport = httpFetch({ connectTimeoutMs: this.connectTimeoutMs, onSent });
    const chat = await openChat(request, endpoint, transport);
    // Always stream(): the library's other ways count tokens with data that it downloads.
    const messages = await inRoles(request.messages, endpoint.quirks.system_role);
    for await (const chunk of await chat.stream(messages, { signal })) yield* readChunk(chunk);
  }
}

/** A message of the library's own kinds with the role `developer` would leave as `system`: it goes as a generic one. */
async function inRoles(messages: ChatRequest['messages'], systemRole: ProviderQuirks['system_role']) {
  const { ChatMessage } = await import('@langchain/core/messages');
  return messages.map(({ role, content }) => {
    if (role !== 'system') return { role, content };
    return systemRole === 'developer' ? new ChatMessage(content, systemRole) : { role: systemRole, content };
  });
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
      const { max_tokens, max_completion_tokens, ...params } = super.invocationParams(...given);
      return { ...params, [this.tokenLimitName]: max_completion_tokens ?? max_tokens ?? undefined };
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
