import type { Reading } from '../reading/reading.js';
import type { Statement } from '../reading/statement.js';

/** A speaker's view of the document: how near each sentence is to the persona and to the objective. */
export interface View {
  readonly persona: readonly number[];
  readonly objective: readonly number[];
}

/** A persona is a query and a side: how near a sentence is to the one, and how clearly it takes the other. */
const TO_QUERY = 0.4;
const TO_SIDE = 0.6;
const PERSONA = 0.5;
const CENTRALITY = 0.3;
const OBJECTIVE = 0.3;
const FIGURE = 0.05;
/** How much being apt counts against being new. */
const APTNESS = 0.7;

/** Maximal marginal relevance: apt sentences that do not repeat each other, the aptest first. */
export function select(
  reading: Reading,
  candidates: readonly Statement[],
  view: View,
  count: number,
): readonly Statement[] {
  const chosen: Statement[] = [];
  const left = new Set(candidates);
  const worth = (statement: Statement): number => {
    const repeated = chosen.map((other) => reading.closeness.between(statement.index, other.index));
    return APTNESS * aptness(statement, view) - (1 - APTNESS) * Math.max(0, ...repeated);
  };
  while (chosen.length < count && left.size > 0) {
    const best = heaviest([...left], worth);
    if (best === undefined) break;
    chosen.push(best);
    left.delete(best);
  }
  return chosen;
}

function aptness({ index, stance, importance, hasFigure }: Statement, view: View): number {
  const persona = TO_QUERY * (view.persona[index] ?? 0) + TO_SIDE * Math.abs(stance);
  return (
    PERSONA * persona + CENTRALITY * importance + OBJECTIVE * (view.objective[index] ?? 0) + (hasFigure ? FIGURE : 0)
  );
}

/** Ties go to the earlier of the list, and lists are in the order of `Reading.statements`: never by chance. */
export function heaviest<T>(items: readonly T[], weight: (item: T) => number): T | undefined {
  let best: { readonly item: T; readonly weight: number } | undefined;
  for (const item of items) {
    const own = weight(item);
    if (best === undefined || own > best.weight) best = { item, weight: own };
  }
  return best?.item;
}
