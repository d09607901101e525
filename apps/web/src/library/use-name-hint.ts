import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/api/client';
import { useWords } from './use-words';

type Row = Schemas['Agent'] | Schemas['Group'] | Schemas['Template'];

const folded = (name: string): string => name.trim().toLowerCase();

/** Says that another one is called that already: it may be, and the two are hard to tell apart. */
export function useNameHint(name: string, others: readonly Row[]): string | undefined {
  const { t } = useTranslation('library');
  const wordsOf = useWords();
  const called = folded(name);
  const isTaken = others.some((other) => folded(other.name) === called || folded(wordsOf(other).name) === called);
  return called !== '' && isTaken ? t('nameTaken') : undefined;
}
