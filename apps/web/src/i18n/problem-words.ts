import type { i18n } from 'i18next';
import { RequestProblem } from '@/api/request-problem';

/** Of whatever failed: what the server said in words of the page, anything else as it speaks itself. */
export const errorWords = (error: Error, i18n: i18n): string =>
  error instanceof RequestProblem ? problemWords(error, i18n) : error.message;

/** The words of `problems.json` for a code; the server's own (English) words where there are none. */
export function problemWords(problem: RequestProblem, { t }: i18n): string {
  // Of a server that does not answer those words cannot be fetched any more.
  if (problem.status === 0) return t('problem.unreachable', { ns: 'common' });
  return t(problem.code.replace('.', '_') as 'MODEL_UNREACHABLE', { ns: 'problems', defaultValue: problem.message });
}
