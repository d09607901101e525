/**
 * The one text of a JSON value (RFC 8785): members by the UTF-16 units of their names, numbers and strings as ECMAScript
 * writes them. What JSON has no word for is left out as `JSON.stringify` leaves it out, so that a value has the same text
 * before it is stored and after it was read back, also from jsonb, which keeps neither order nor the form of numbers.
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item ?? null)).join(',')}]`;
  // Not JSON.stringify of a sorted object: names such as "10" would come first in it, whatever was sorted.
  if (typeof value === 'object' && value !== null) {
    const members = Object.entries(value).filter(([, member]) => member !== undefined);
    return `{${members.toSorted(byName).map(writeMember).join(',')}}`;
  }
  return JSON.stringify(value);
}

type Member = readonly [name: string, value: unknown];

const byName = ([left]: Member, [right]: Member): number => (left < right ? -1 : 1);
const writeMember = ([name, value]: Member): string => `${JSON.stringify(name)}:${canonicalJson(value)}`;
