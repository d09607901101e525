import type { EventOf, SessionCreated } from '@council/contracts';
import type { CallModelEffect } from '../session/effects.js';
import { INPUT_SPREAD } from './cost-range.js';
import { estimateRequestTokens } from './estimate-tokens.js';
import { expectedOutput } from './expected-output.js';

/** What one call uses at most, as far as one can foresee; by the measure of `tokensForeseen`, which is for all of them. */
export function foreseeCall(
  { request, stance }: Pick<CallModelEffect, 'request' | 'stance'>,
  { language }: Pick<SessionCreated, 'language'>,
): NonNullable<EventOf<'model_call:started'>['data']['foreseen']> {
  return {
    input_tokens: Math.round(estimateRequestTokens(request) * INPUT_SPREAD[language].high),
    output_tokens: expectedOutput(stance, 'high', request.maxTokens),
  };
}
