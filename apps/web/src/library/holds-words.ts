/** Whether every word that is searched for stands in one of the texts. */
export function holdsWords(search: string, texts: readonly (string | null | undefined)[]): boolean {
  const all = texts.join('\n').toLocaleLowerCase();
  return search
    .toLocaleLowerCase()
    .split(/\s+/)
    .every((word) => all.includes(word));
}
