import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { Download } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { accessQueries } from '@/api/queries/access';
import { Panel } from '@/app/panel';
import { Button } from '@/ui/button';
import { EmptyState } from '@/ui/empty-state';
import { MorePages } from '@/ui/more-pages';
import { QueryView } from '@/ui/query-view';
import { exportAddress, trailFilterOf } from './trail-filter';
import { TrailFilters } from './trail-filters';
import { TrailList } from './trail-list';

/** For admins: all that was noted, narrowed down, and as a file. */
export function Trail() {
  const { t } = useTranslation('audit');
  const [search, setSearch] = useSearchParams();
  const filter = trailFilterOf(search);
  const isFiltered = Object.keys(filter).length > 0;
  const trail = useInfiniteQuery({ ...accessQueries.trail(filter), placeholderData: keepPreviousData });
  const exports = (
    <div className="flex flex-wrap gap-2">
      {(['csv', 'jsonl'] as const).map((format) => (
        <Button key={format} asChild size="sm">
          <a href={exportAddress(filter, format)} download>
            <Download aria-hidden className="size-4" />
            {t(`export.${format}`)}
          </a>
        </Button>
      ))}
    </div>
  );
  return (
    <Panel title={t('title')} aside={exports}>
      <p className="max-w-[72ch] text-soft">{t('text')}</p>
      <TrailFilters />
      <QueryView query={trail}>
        {({ pages }) => {
          const entries = pages.flatMap(({ items }) => items);
          if (entries.length > 0) return <TrailList entries={entries} />;
          if (!isFiltered) return <EmptyState title={t('none')}>{t('noneText')}</EmptyState>;
          return (
            <EmptyState
              title={t('notFound')}
              action={<Button onClick={() => setSearch({}, { replace: true })}>{t('clear')}</Button>}
            />
          );
        }}
      </QueryView>
      <MorePages query={trail} />
    </Panel>
  );
}
