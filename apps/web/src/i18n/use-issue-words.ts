import { useTranslation } from 'react-i18next';
import type { ProblemIssue } from '@/api/request-problem';
import { ruleWord } from './rule-words';
import { useFailureWords } from './use-failure-words';

/**
 * What the server has against one place of what it was given, in the language of the page.
 * @param isNeeded whether it has anything against it: its words are fetched then.
 */
export function useIssueWords(isNeeded: boolean): (issue: Pick<ProblemIssue, 'code' | 'message'>) => string {
  const { i18n } = useTranslation(isNeeded ? 'issues' : 'common', { useSuspense: false });
  const failureWords = useFailureWords(isNeeded);
  return (issue) => {
    const rule = ruleWord(issue.message);
    return rule === null ? failureWords(issue) : i18n.t(rule, { ns: 'issues', defaultValue: issue.message });
  };
}
