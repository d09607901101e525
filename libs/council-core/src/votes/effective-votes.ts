import type { ModelName } from '@council/contracts';

/**
 * How many independent votes a panel is worth, after Kish: n² / ΣΣ r, where r is how far two voters agree anyway. One
 * model with itself: 1. Different models of one provider: 0.5. Different providers: 0.2, since models that learned
 * from the same texts err together. The three figures are assumptions, not measurements of this panel: what is printed
 * is an upper bound of its independence (docs/voting.md).
 */
const AGREEMENT = { sameModel: 1, sameProvider: 0.5, otherProvider: 0.2 } as const;

/** Rounded to one decimal; 0 without a voter. */
export function effectiveVotes(models: readonly ModelName[]): number {
  if (models.length === 0) return 0;
  const shared = models.reduce((sum, left) => sum + models.reduce((row, right) => row + agreement(left, right), 0), 0);
  // A voter agrees with itself, whatever its model.
  return Math.round((models.length ** 2 / shared) * 10) / 10;
}

function agreement(left: ModelName, right: ModelName): number {
  if (left === right) return 1;
  if (left.provider !== right.provider) return AGREEMENT.otherProvider;
  return left.model === right.model ? AGREEMENT.sameModel : AGREEMENT.sameProvider;
}
