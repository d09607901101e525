/** The council's matrix: strategic alignment 40, practical value 30, logical consistency 30. Scores are 0 to 100. */
export function weigh(scores: {
  readonly strategic_alignment: number;
  readonly practical_value: number;
  readonly logical_consistency: number;
}): number {
  const total = 40 * scores.strategic_alignment + 30 * scores.practical_value + 30 * scores.logical_consistency;
  return Math.round(total) / 100;
}

export type Grade = 'pass' | 'polish' | 'tighten' | 'rework' | 'reject';

/** The five conclusions. 90 and above passes: it is also the score at which an optimising loop may leave. */
export function gradeOf(weightedTotal: number): Grade {
  if (weightedTotal >= 90) return 'pass';
  if (weightedTotal >= 80) return 'polish';
  if (weightedTotal >= 65) return 'tighten';
  if (weightedTotal >= 40) return 'rework';
  return 'reject';
}
