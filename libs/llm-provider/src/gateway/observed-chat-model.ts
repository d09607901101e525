import { ChatModel, type ChatChunk, type ChatRequest, ModelCallError } from '@council/council-core';
import { beginSpan, type Metrics, runIn } from '@council/telemetry';

type Ending = Extract<ChatChunk, { readonly kind: 'done' }>;

/** Counts calls by provider and outcome, and makes each a piece of the trace that the provider is told of. */
export class ObservedChatModel extends ChatModel {
  constructor(
    private readonly inner: ChatModel,
    private readonly metrics: Pick<Metrics, 'modelCalls' | 'modelSeconds'>,
  ) {
    super();
  }

  async *stream(request: ChatRequest): AsyncIterable<ChatChunk> {
    const { provider, model } = request;
    const span = beginSpan('model call', 'client', { 'gen_ai.system': provider, 'gen_ai.request.model': model });
    const endTimer = this.metrics.modelSeconds.startTimer({ provider });
    // Not read to its end: whoever asked went away.
    let outcome = 'MODEL.ABORTED';
    let ending: Ending | null = null;
    // A generator runs in the context of whoever reads it: each step is put into that of the call.
    const chunks = runIn(span.context, () => this.inner.stream(request)[Symbol.asyncIterator]());
    try {
      for (;;) {
        const { done, value } = await runIn(span.context, () => chunks.next());
        if (done === true) return;
        if (value.kind === 'done') [ending, outcome] = [value, value.isCached === true ? 'cached' : 'ok'];
        yield value;
      }
    } catch (error) {
      outcome = error instanceof ModelCallError ? error.code : 'INTERNAL';
      throw error;
    } finally {
      await chunks.return?.();
      endTimer();
      this.metrics.modelCalls.inc({ provider, outcome });
      span.end(usageOf(ending), ending === null ? outcome : null);
    }
  }
}

const usageOf = (ending: Ending | null): Record<string, number> =>
  ending === null
    ? {}
    : { 'gen_ai.usage.input_tokens': ending.inputTokens, 'gen_ai.usage.output_tokens': ending.outputTokens };
