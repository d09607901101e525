/**
 * A model's text inside a heading, a table or a list must not break out of it. Not by one pattern with \s* on both sides of
 * the line end: that looks at a long run of spaces from each of them.
 */
export const oneLine = (text: string): string =>
  text.replaceAll(/\s+/g, (space) => (space.includes('\n') ? ' ' : space)).trim();
