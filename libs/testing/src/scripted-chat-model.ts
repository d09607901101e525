import { type ChatChunk, ChatModel, type ChatRequest, ModelCallError } from '@council/council-core';

/** What the script answers to one request; a string is a whole answer in one piece. */
export type Script = (request: Omit<ChatRequest, 'signal'>, call: number) => string | Error | AsyncIterable<ChatChunk>;

/** A model that says what the test wrote, and keeps every request for looking at. An unscripted error stays an error. */
export class ScriptedChatModel extends ChatModel {
  readonly requests: Omit<ChatRequest, 'signal'>[] = [];

  constructor(private readonly script: Script) {
    super();
  }

  async *stream({ signal, ...request }: ChatRequest): AsyncIterable<ChatChunk> {
    const answer = this.script(request, this.requests.push(request));
    if (answer instanceof Error) throw answer;
    if (typeof answer !== 'string') {
      yield* answer;
      return;
    }
    if (signal.aborted) throw new ModelCallError('MODEL.ABORTED', 'aborted');
    yield { kind: 'text', text: answer };
    yield {
      kind: 'done',
      inputTokens: 100,
      outputTokens: answer.length,
      isEstimated: false,
      finishReason: 'stop',
    };
  }
}
