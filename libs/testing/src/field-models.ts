import type { Language } from '@council/contracts';
import {
  type ChatChunk,
  ChatModel,
  type ChatRequest,
  estimateRequestTokens,
  estimateTokens,
  ModelCallError,
  type ToolCall,
} from '@council/council-core';
import {
  drawAnswerTokens,
  drawMishap,
  drawModel,
  drawToolTurns,
  type FieldModel,
  isUnreadable,
  pick,
  textOf,
} from './field-answers.mjs';
import type { Random } from './seeded-random.mjs';
import { judgement } from './session-builder.js';

/** Answers as models of the field do. */
export class FieldModels extends ChatModel {
  private readonly models = new Map<string, FieldModel>();
  private readonly toolTurns = new Map<string, number>();

  constructor(
    private readonly random: Random,
    private readonly language: Language,
  ) {
    super();
  }

  async *stream(request: ChatRequest): AsyncIterable<ChatChunk> {
    const model = this.modelOf(request.model);
    const inputTokens = Math.round(estimateRequestTokens(request) * model.tokenizer);
    for (let mishap = drawMishap(this.random); mishap !== null; mishap = drawMishap(this.random)) {
      if (mishap === 'cut') yield { kind: 'text', text: 'It broke' };
      const spent = { inputTokens: mishap === 'cut' ? inputTokens : 0, outputTokens: 0, isEstimated: mishap === 'cut' };
      yield {
        kind: 'attempt-failed',
        code: 'MODEL.UPSTREAM',
        message: mishap,
        retryInMs: 0,
        spent: { ...spent, latencyMs: 1, partialText: '' },
      };
    }
    const call = this.toolCall(request);
    if (call !== null) {
      yield { kind: 'tool-calls', calls: [call] };
      const outputTokens = Math.round(estimateTokens(JSON.stringify(call)) * model.tokenizer);
      yield { kind: 'done', inputTokens, outputTokens, isEstimated: false, finishReason: 'tool_calls' };
      return;
    }
    const { stance } = request.brief;
    const outputTokens = drawAnswerTokens(this.random, model, stance);
    if (outputTokens > (request.maxTokens ?? Infinity)) {
      const spent = {
        inputTokens,
        outputTokens: request.maxTokens ?? 0,
        isEstimated: false,
        latencyMs: 1,
        partialText: '',
      };
      throw new ModelCallError('MODEL.TRUNCATED', 'cut at max_tokens', { spent });
    }
    yield { kind: 'text', text: this.answer(request, outputTokens, model) };
    yield { kind: 'done', inputTokens, outputTokens, isEstimated: false, finishReason: 'stop' };
  }

  private modelOf(name: string): FieldModel {
    const model = this.models.get(name) ?? drawModel(this.random, this.language);
    this.models.set(name, model);
    return model;
  }

  private answer({ brief, messages }: ChatRequest, outputTokens: number, model: FieldModel): string {
    const isMended = messages.some(({ role }) => role === 'assistant');
    const isData = isMended || !isUnreadable(this.random);
    if (brief.stance === 'voter') return isData ? '{"choice":"yes","reason":"It holds."}' : 'Well, yes.';
    const words = textOf(outputTokens, model, this.language);
    return brief.stance === 'adjudicator' && isData ? `${words}\n\n${judgement([80, 70, 60])}` : words;
  }

  private toolCall({ tools: offered = [], toolChoice, brief, messages }: ChatRequest): ToolCall | null {
    if (offered.length === 0 || toolChoice === 'none') return null;
    const isWriter = offered.some(({ name }) => name === 'write_file');
    const wanted = this.toolTurns.get(brief.seat) ?? drawToolTurns(this.random) + (isWriter ? 1 : 0);
    this.toolTurns.set(brief.seat, wanted);
    const made = messages.filter(({ role }) => role === 'assistant').length;
    if (made >= wanted) return null;
    const name =
      isWriter && made > 0
        ? 'write_file'
        : pick(
            this.random,
            offered.filter((tool) => tool.name !== 'write_file'),
          ).name;
    const content = brief.document ?? '';
    const input = {
      path: '/document.md',
      query: 'words',
      url: 'https://example.org/',
      expression: '1+1',
      ...(name === 'write_file' ? { content, reason: 'Ordered.' } : {}),
    };
    return { id: `c${made}`, name, input: JSON.stringify(input) };
  }
}
