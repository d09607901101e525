import { useQuery } from '@tanstack/react-query';
import { Download, Printer } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Session } from '@/api/queries/sessions';
import { Button } from '@/ui/button';
import { QueryView } from '@/ui/query-view';
import { Markdown } from './markdown';
import { roomQueries } from './room-queries';
import { saveFile } from '@/ui/save-file';
import { isOver } from './what-can-be-done';

/** The final report, to read and to take along. */
export function ReportPane({ session }: { readonly session: Session }) {
  const { t } = useTranslation(['session', 'sessions']);
  const isThere = isOver(session);
  const text = useQuery({ ...roomQueries.reportText(session.session_uuid), enabled: isThere });
  const data = useQuery({ ...roomQueries.report(session.session_uuid), enabled: isThere });
  if (!isThere) return <p className="text-soft">{t('report.later')}</p>;
  const checked = data.data?.turns.flatMap(({ references }) => references) ?? [];
  return (
    <QueryView query={text}>
      {(markdown) => (
        <div className="grid min-w-0 gap-4">
          <div className="flex flex-wrap gap-2">
            <Button size="sm" onClick={() => saveFile(`${session.title}.md`, markdown, 'text/markdown')}>
              <Download aria-hidden className="size-4" />
              {t('report.markdown')}
            </Button>
            <Button
              size="sm"
              disabled={data.data === undefined}
              onClick={() => saveFile(`${session.title}.json`, JSON.stringify(data.data, null, 2), 'application/json')}
            >
              <Download aria-hidden className="size-4" />
              {t('report.json')}
            </Button>
            <Button asChild size="sm">
              <Link to={`/sessions/${session.session_uuid}/print`}>
                <Printer aria-hidden className="size-4" />
                {t('sessions:menu.print')}
              </Link>
            </Button>
          </div>
          <Markdown text={markdown} checked={checked} />
        </div>
      )}
    </QueryView>
  );
}
