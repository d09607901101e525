import { FileX } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useIssueWords } from '@/i18n/use-issue-words';
import { Button } from '@/ui/button';
import { ErrorState } from '@/ui/error-state';
import { ImportRefusal } from './read-import';

export interface RefusedFile {
  readonly name: string;
  /** Of the file itself an `ImportRefusal`; else what the server said. */
  readonly error: Error;
}

interface ImportRefusedProps {
  readonly refused: RefusedFile;
  readonly onDismiss: () => void;
}

/** Why a file was not taken in: every issue, by its field. */
export function ImportRefused({ refused: { name, error }, onDismiss }: ImportRefusedProps) {
  const { t } = useTranslation('library');
  const issueWords = useIssueWords(error instanceof ImportRefusal);
  if (!(error instanceof ImportRefusal)) return <ErrorState error={error} title={t('file.refused', { name })} />;
  return (
    <div role="alert" className="grid justify-items-start gap-2 rounded-lg border border-bad bg-bad-wash p-4 text-sm">
      <p className="flex items-center gap-2 font-medium text-bad">
        <FileX aria-hidden className="size-4 shrink-0" />
        {t('file.refused', { name })}
      </p>
      <p>{t('file.whole')}</p>
      <ul className="grid gap-1">
        {error.issues.map(({ path, message, code }) => (
          <li key={`${path} ${message}`} className="wrap-anywhere">
            <code className="font-mono text-xs">{path === '' ? t('file.root') : path}</code>{' '}
            {code === undefined ? message : issueWords({ code, message })}
          </li>
        ))}
      </ul>
      <Button size="sm" onClick={onDismiss}>
        {t('file.dismiss')}
      </Button>
    </div>
  );
}
