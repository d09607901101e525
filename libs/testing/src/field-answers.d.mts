import type { Language } from '@council/contracts';
import type { Stance } from '@council/council-core';
import type { Random } from './seeded-random.mjs';

export interface FieldModel {
  /** Its mean length of answers, as a part of the mean of all models. */
  readonly verbosity: number;
  /** What its tokenizer counts, as a part of the estimate by bytes. */
  readonly tokenizer: number;
}

export function pick<T>(random: Random, items: readonly T[]): T;
export function drawModel(random: Random, language: Language): FieldModel;
export function drawAnswerTokens(random: Random, model: FieldModel, stance: Stance): number;
export function drawMishap(random: Random): 'busy' | 'cut' | null;
export function isUnreadable(random: Random): boolean;
export function drawToolTurns(random: Random): number;
export function textOf(tokens: number, model: FieldModel, language: Language): string;
