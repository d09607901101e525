import { TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { RequestProblem } from '@/api/request-problem';
import { errorWords } from '@/i18n/problem-words';
import { useIssueWords } from '@/i18n/use-issue-words';
import { Button } from './button';
import { ServerWords } from './server-words';

interface ErrorStateProps {
  readonly error: Error;
  readonly title?: string;
  /** What it means for whoever looks, where the error speaks to those who build the page. */
  readonly text?: string;
  readonly onRetry?: () => void;
}

/** What went wrong, in words of the language where the code has some, with what is needed to ask about it. */
export function ErrorState({ error, title, text, onRetry }: ErrorStateProps) {
  // Its words come when they are first needed; until then the server's own stand.
  const { t, i18n } = useTranslation(['common', 'problems'], { useSuspense: false });
  const problem = error instanceof RequestProblem ? error : null;
  const issueWords = useIssueWords(problem !== null && problem.issues.length > 0);
  return (
    <div role="alert" className="grid gap-2 rounded-lg border border-bad bg-bad-wash p-4 text-sm">
      <p className="flex items-center gap-2 font-medium text-bad">
        <TriangleAlert aria-hidden className="size-4 shrink-0" />
        {title ?? t('problem.title')}
      </p>
      <p>{text ?? errorWords(error, i18n)}</p>
      {text !== undefined && <p className="font-mono text-xs wrap-anywhere text-soft">{error.message}</p>}
      {problem !== null && problem.detail !== null && <ServerWords text={problem.detail} />}
      {problem !== null && problem.issues.length > 0 && (
        <ul className="list-disc pl-5 text-soft">
          {problem.issues.map((issue) => (
            <li key={`${issue.path} ${issue.message}`}>
              {issue.path !== '' && <code className="font-mono text-xs">{issue.path}</code>} {issueWords(issue)}
            </li>
          ))}
        </ul>
      )}
      <div className="flex flex-wrap items-center gap-3">
        {onRetry !== undefined && (
          <Button size="sm" onClick={onRetry}>
            {t('action.retry')}
          </Button>
        )}
        {problem !== null && (
          <span className="font-mono text-xs text-soft">
            {problem.code}
            {problem.requestId !== null && ` · ${t('problem.requestId', { id: problem.requestId })}`}
          </span>
        )}
      </div>
    </div>
  );
}
