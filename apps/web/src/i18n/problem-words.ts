import type { i18n } from 'i18next';
import { RequestProblem } from '@/api/request-problem';

/** The words of `problems.json` for a code; the server's own (English) words where there are none. */
export function problemWords(problem: RequestProblem, { t }: i18n): string {
  return t(problem.code.replace('.', '_') as 'NETWORK_UNREACHABLE', { ns: 'problems', defaultValue: problem.message });
}
