import { RequestProblem } from '@/api/request-problem';
import { useIssueWords } from '@/i18n/use-issue-words';

const AT = {
  document: /^input\.document_content/,
  objective: /^input\.optimization_objective/,
  tokens: /^budget\.tokens/,
  // What is said of the budget as a whole is about its money: a price that is not known, a month that is used up.
  usd: /^budget(?!\.tokens)/,
} as const;

/** What the server has against one field of the form. */
export function useIssuesAt(error: Error | null): (field: keyof typeof AT) => string | undefined {
  const issueWords = useIssueWords(error instanceof RequestProblem);
  return (field) => {
    if (!(error instanceof RequestProblem)) return undefined;
    const found = error.issues.filter(({ path }) => AT[field].test(path.replaceAll('/', '.').replace(/^\./, '')));
    return found.length === 0 ? undefined : found.map(issueWords).join('; ');
  };
}
