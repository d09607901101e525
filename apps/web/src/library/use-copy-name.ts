import { useTranslation } from 'react-i18next';

const END = / \(copy(?: \d+)?\)$|（副本(?: \d+)?）$/;

/**
 * "Board" → "Board (copy)", "Board (copy 2)" …, the first that is not taken, as the server names copies of agents: a copy
 * of a copy is counted, not nested. Ends within `max` letters.
 */
export function copyName(
  name: string,
  taken: readonly string[],
  max: number,
  endOf: (number: number) => string,
): string {
  const stem = name.replace(END, '') || name;
  for (let number = 1; ; number += 1) {
    const end = endOf(number);
    // Never through a letter that takes two units.
    const copy = `${stem.slice(0, max - end.length).replace(/[\uD800-\uDBFF]$/, '')}${end}`;
    if (!taken.includes(copy)) return copy;
  }
}

/** What a copy is called in the language of the page. */
export function useCopyName(): (name: string, taken: readonly string[], max: number) => string {
  const { t } = useTranslation('library');
  return (name, taken, max) =>
    copyName(name, taken, max, (number) => (number === 1 ? t('copyEnd.first') : t('copyEnd.next', { number })));
}
