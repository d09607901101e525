import { useTranslation } from 'react-i18next';
import type { ProblemIssue } from '@/api/request-problem';
import { ruleWord } from './rule-words';
import { useFailureWords } from './use-failure-words';

/** What the server has against one place of what it was given, in the language of the page. */
export function useIssueWords(): (issue: Pick<ProblemIssue, 'code' | 'message'>) => string {
  const { t } = useTranslation('issues', { useSuspense: false });
  const failureWords = useFailureWords();
  return (issue) => {
    const rule = ruleWord(issue.message);
    return rule === null ? failureWords(issue) : t(rule, { defaultValue: issue.message });
  };
}
