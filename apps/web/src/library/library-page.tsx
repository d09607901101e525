import type { UseQueryResult } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { PageFrame } from '@/app/page-frame';
import { libraryLook } from '@/state/library-look';
import { useValue } from '@/state/use-value';
import { Button } from '@/ui/button';
import { CardGrid } from '@/ui/card-grid';
import { EmptyState } from '@/ui/empty-state';
import { ErrorState } from '@/ui/error-state';
import { QueryView } from '@/ui/query-view';
import { SearchField } from '@/ui/search-field';
import { holdsWords } from './holds-words';
import { KindFilter } from './kind-filter';
import { LookSwitch } from './look-switch';
import { ImportRefused, type RefusedFile } from './import-refused';

interface LibraryPageProps<Item> {
  readonly title: string;
  readonly lead: string;
  readonly searchLabel: string;
  readonly query: UseQueryResult<Item[]>;
  /** What is searched. */
  readonly textsOf: (item: Item) => readonly (string | null | undefined)[];
  readonly keyOf: (item: Item) => string;
  /** By what they can be told apart besides their words. */
  readonly filter?: { readonly label: string; readonly kindOf: (item: Item) => string };
  readonly card: (item: Item, onError: (error: Error) => void) => ReactNode;
  readonly importing: (onRefused: (refused: RefusedFile | null) => void) => ReactNode;
  /** Where a new one is written; without it they come from elsewhere. */
  readonly making?: { readonly path: string; readonly label: string };
  readonly none: { readonly title: string; readonly text: string };
}

/** A list of what people keep: searched, added to, taken in from files. What is searched for stands in the address. */
export function LibraryPage<Item>({ query, making, none, filter, ...props }: LibraryPageProps<Item>) {
  const { t } = useTranslation('library');
  const look = useValue(libraryLook);
  const [search, setSearch] = useSearchParams();
  const [refused, setRefused] = useState<RefusedFile | null>(null);
  const [error, setError] = useState<Error | null>(null);
  const words = search.get('q') ?? '';
  const kinds = filter === undefined ? [] : (query.data ?? []).map(filter.kindOf);
  // Addresses are kept and passed on: a kind that there is none of narrows nothing down.
  const kind = kinds.find((one) => one === search.get('kind')) ?? null;
  const narrow = (name: 'q' | 'kind', value: string | null): void => {
    if (value === null || value === '') search.delete(name);
    else search.set(name, value);
    setSearch(search, { replace: true, preventScrollReset: true });
  };
  const make = making !== undefined && (
    <Button asChild look="primary">
      <Link to={making.path}>
        <Plus aria-hidden className="size-4" />
        {making.label}
      </Link>
    </Button>
  );
  return (
    <PageFrame
      title={props.title}
      lead={props.lead}
      actions={
        <div className="grid gap-1.5 sm:justify-items-end">
          <div className="flex flex-wrap gap-2">
            {props.importing(setRefused)}
            {make}
          </div>
          <p className="text-sm text-soft pointer-coarse:hidden">{t('importHint')}</p>
        </div>
      }
    >
      <div className="flex flex-wrap items-end gap-3">
        <div className="min-w-56 grow">
          <SearchField label={props.searchLabel} value={words} onChange={(q) => narrow('q', q)} />
        </div>
        {filter !== undefined && (
          <KindFilter label={filter.label} value={kind} kinds={kinds} onChange={(value) => narrow('kind', value)} />
        )}
        <LookSwitch />
      </div>
      {refused !== null && <ImportRefused refused={refused} onDismiss={() => setRefused(null)} />}
      {error !== null && <ErrorState error={error} />}
      <QueryView query={query}>
        {(items) => {
          const found = items.filter(
            (item) =>
              holdsWords(words, props.textsOf(item)) &&
              (kind === null || filter === undefined || filter.kindOf(item) === kind),
          );
          if (items.length === 0) {
            return (
              <EmptyState title={none.title} action={make}>
                {none.text}
              </EmptyState>
            );
          }
          if (found.length === 0) return <EmptyState title={t('searchNone')}>{t('searchNoneText')}</EmptyState>;
          return (
            <CardGrid isList={look === 'list'}>
              {found.map((item) => (
                <li key={props.keyOf(item)}>{props.card(item, setError)}</li>
              ))}
            </CardGrid>
          );
        }}
      </QueryView>
    </PageFrame>
  );
}
