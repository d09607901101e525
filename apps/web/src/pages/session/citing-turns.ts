import type { Turn } from './room-log';

export interface Citing {
  readonly key: string;
  readonly name: string;
}

/** Who points to a line, by its number; who does so twice is named once. */
export function citingTurns(turns: readonly Turn[]): ReadonlyMap<number, readonly Citing[]> {
  const lines = new Map<number, Citing[]>();
  for (const { key, name, nodeId, references } of turns) {
    const cited = new Set(references.flatMap(({ first_line: first, last_line: last }) => between(first, last)));
    for (const line of cited) {
      const citing = lines.get(line) ?? [];
      citing.push({ key, name: name ?? nodeId });
      lines.set(line, citing);
    }
  }
  return lines;
}

/** A reference to everything is none to a line: what is longer than this is not marked. */
const LONGEST = 200;

const between = (first: number, last: number): readonly number[] =>
  last - first > LONGEST ? [] : Array.from({ length: last - first + 1 }, (_, at) => first + at);
