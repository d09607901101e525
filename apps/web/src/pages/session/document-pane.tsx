import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Field } from '@/ui/field';
import { QueryView } from '@/ui/query-view';
import { Select } from '@/ui/select';
import { citingTurns } from './citing-turns';
import { FileVersions } from './file-versions';
import type { Turn } from './room-log';
import { roomQueries } from './room-queries';

interface DocumentPaneProps {
  readonly sessionUuid: string;
  readonly turns: readonly Turn[];
}

/** The document under work, and every other file of the session, in all their versions. */
export function DocumentPane({ sessionUuid, turns }: DocumentPaneProps) {
  const { t } = useTranslation('session');
  const files = useQuery(roomQueries.files(sessionUuid));
  const [chosen, setChosen] = useState<string | null>(null);
  // While somebody speaks, the turns change many times in a second; what they cite is known when they are done.
  const done = turns.filter(({ isDone }) => isDone).length;
  const citing = useMemo(() => citingTurns(turns), [done]);
  return (
    <QueryView query={files}>
      {({ files: list, document }) => {
        const paths = [...new Set([...(document === null ? [] : [document.path]), ...list.map(({ path }) => path)])];
        const [first] = paths;
        if (first === undefined) return <p className="text-soft">{t('document.none')}</p>;
        const path = chosen ?? first;
        const isDocument = path === document?.path;
        return (
          <div className="grid gap-4">
            {paths.length > 1 && (
              <Field label={t('file.which')}>
                <Select value={path} options={paths.map((value) => ({ value, label: value }))} onChange={setChosen} />
              </Field>
            )}
            <FileVersions
              key={path}
              sessionUuid={sessionUuid}
              path={path}
              current={isDocument ? document.version : null}
              citing={isDocument ? citing : NOBODY}
            />
          </div>
        );
      }}
    </QueryView>
  );
}

/** References are to the document under work. */
const NOBODY: ReturnType<typeof citingTurns> = new Map();
