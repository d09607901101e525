import type { Turn } from './room-log';

export type Checked = Turn['references'][number];
export type ReferenceState = Checked['state'] | 'unchecked';

/** The forms in which agents point to a place of the document; the server checks the same ones. */
export const REFERENCE =
  /\[(?:Ref:\s*|Lines?\s+)((?:L?\d+(?:\s*[-–—]\s*L?\d+)?)(?:\s*[,;]\s*L?\d+(?:\s*[-–—]\s*L?\d+)?)*)\]/gi;
const RANGE = /L?(\d+)(?:\s*[-–—]\s*L?(\d+))?/gi;

/** First and last line of each place that a reference names. */
export function placesOf(reference: string): readonly (readonly [number, number])[] {
  return [...reference.matchAll(RANGE)].map(([, first, last]) => [Number(first), Number(last ?? first)] as const);
}

const FROM_WORST = ['missing', 'unverified', 'exists', 'repaired', 'verified'] as const;

/** What the server found at a reference: told from others of the same lines by the quotation that stands before it. */
export function stateOf(checked: readonly Checked[], reference: string, before: string): ReferenceState {
  const text = oneLine(before);
  const at = ({ quote }: Checked): number => (quote === null ? -1 : text.lastIndexOf(oneLine(quote)));
  const same = checked.filter((one) => one.text === reference && (one.quote === null || at(one) >= 0));
  const nearest = Math.max(...same.map(at));
  const found = same.filter((one) => at(one) === nearest);
  return FROM_WORST.find((state) => found.some((one) => one.state === state)) ?? 'unchecked';
}

/** Where lists were indented and lines broken, the words are the same. */
const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ');
