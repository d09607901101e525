import type { Leaning } from '../reading/statement.js';
import type { Cue } from './cues.js';

/** How far a relieving word reaches, in the reader's units: forward ("prevents errors") and back ("the risk is reduced"). */
export interface Reach {
  readonly ahead: number;
  readonly back: number;
}

/** What a negated or relieved risk is worth: "prevents the error" is good news, but less than a benefit. */
const TURNED_RISK = 0.5;
const RELIEF = 0.25;
const NEGATION = 0.4;
/** What stands before a "but" counts half. */
const CONCEDED = 0.5;
/** Nearer to zero a sentence takes no side: one weak hint is not enough. */
const NEUTRAL_BELOW = 0.25;

/**
 * Benefit cues minus risk cues minus negation, squashed into -1 to 1. A negated benefit is a risk; a risk that is negated
 * or within reach of a relieving word is half a benefit, and a negation that turned it is used up by that.
 */
export function stanceOf(cues: readonly Cue[], reach: Reach): number {
  const reliefs = cues.filter(({ kind, isNegated }) => kind === 'relief' && !isNegated);
  const isRelieved = ({ at }: Cue): boolean =>
    reliefs.some((relief) => at - relief.at <= reach.ahead && relief.at - at <= reach.back);
  const contrastAt = cues.findLast(({ kind }) => kind === 'contrast')?.at ?? -1;
  const turned = cues.filter(({ kind, isNegated }) => kind === 'risk' && isNegated).length;
  const negations = cues.filter(({ kind }) => kind === 'negation').length;
  const sum = cues.reduce(
    (total, cue) => total + worthOf(cue, isRelieved(cue)) * (cue.at < contrastAt ? CONCEDED : 1),
    -NEGATION * Math.max(0, negations - turned),
  );
  return sum / (1 + Math.abs(sum));
}

function worthOf({ kind, weight, isNegated }: Cue, isRelieved: boolean): number {
  switch (kind) {
    case 'benefit':
      return isNegated ? -weight : weight;
    case 'risk':
      return isNegated || isRelieved ? weight * TURNED_RISK : -weight;
    case 'relief':
      return isNegated ? -RELIEF : RELIEF;
    case 'negation':
    case 'contrast':
      return 0;
  }
}

export function leaningOf(stance: number): Leaning {
  if (stance >= NEUTRAL_BELOW) return 'benefit';
  return stance <= -NEUTRAL_BELOW ? 'risk' : 'neutral';
}
