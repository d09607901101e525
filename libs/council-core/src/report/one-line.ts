/** A model's text inside a heading, a table or a list must not break out of it. */
export const oneLine = (text: string): string => text.replaceAll(/\s*\n\s*/g, ' ').trim();
