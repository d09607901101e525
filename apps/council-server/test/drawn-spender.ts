import { setTimeout as sleep } from 'node:timers/promises';
import { type ChatChunk, type ChatRequest, ModelCallError } from '@council/council-core';
import type { Random } from '@council/testing';

/** Prose has more bytes a token, columns of decimal numbers have these at least (docs/money.md). */
const BYTES_PER_TOKEN_MIN = 1.25;
const BYTES_PER_TOKEN_MAX = 4.5;
/** Of all attempts: refused before a word, broken off in the middle without a count, finally failed. */
const REFUSED = 0.08;
const CUT = 0.05;
const LOST = 0.02;
/** Of whole answers: nobody says what they used; and those that are as long as they may be. */
const MUTE = 0.1;
const WHOLE_LENGTH = 0.1;

/**
 * A model that spends as models do, with mishaps. What it reads is drawn between the most and the least tokens that
 * tokenizers make of a text, mostly near the least; what it writes, up to the limit of the call.
 */
export async function* spend(request: ChatRequest, random: Random): AsyncIterable<ChatChunk> {
  const bytes = Buffer.byteLength(JSON.stringify({ ...request, brief: undefined, signal: undefined }));
  const span = BYTES_PER_TOKEN_MAX - BYTES_PER_TOKEN_MIN;
  const inputTokens = Math.floor(bytes / (BYTES_PER_TOKEN_MAX - span * random() ** 4));
  const most = request.maxTokens ?? 0;
  for (;;) {
    await sleep(Math.floor(random() * 4));
    request.signal.throwIfAborted();
    const draw = random();
    if (draw < LOST) throw new ModelCallError('MODEL.UPSTREAM', 'the model has failed for good');
    if (draw < LOST + CUT) {
      yield { kind: 'text', text: 'It broke off' };
      yield { kind: 'attempt-failed', code: 'MODEL.CUT_STREAM', message: 'cut', retryInMs: 0 };
      continue;
    }
    if (draw < LOST + CUT + REFUSED) {
      const spent = { inputTokens: 0, outputTokens: 0, isEstimated: false, latencyMs: 1, partialText: '' };
      yield { kind: 'attempt-failed', code: 'MODEL.RATE_LIMITED', message: 'later', retryInMs: 0, spent };
      continue;
    }
    break;
  }
  const share = random() < WHOLE_LENGTH ? 1 : 0.2 + 0.8 * random();
  const outputTokens = Math.floor(most * share);
  const mark = Math.floor(random() * 1e9);
  yield {
    kind: 'text',
    text: Array.from({ length: 12 }, (_, at) => `Point ${mark}.${at} gains ${at * 37}.`).join(' '),
  };
  await sleep(Math.floor(random() * 4));
  yield { kind: 'done', inputTokens, outputTokens, isEstimated: random() < MUTE, finishReason: 'stop' };
}
