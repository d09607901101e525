import { useMutation, useQuery } from '@tanstack/react-query';
import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, call, type Schemas } from '@/api/client';
import { accessQueries, type ApiTokenEntry } from '@/api/queries/access';
import { Panel } from '@/app/panel';
import { AlertDialog } from '@/ui/alert-dialog';
import { Button } from '@/ui/button';
import { EmptyState } from '@/ui/empty-state';
import { ErrorState } from '@/ui/error-state';
import { IconButton } from '@/ui/icon-button';
import { QueryView } from '@/ui/query-view';
import { RelativeTime } from '@/ui/relative-time';
import { Table } from '@/ui/table';
import { NewTokenDialog } from './new-token-dialog';

/** Tokens of programs: one's own, for an admin everybody's. */
export function TokensPanel({ role }: { readonly role: Schemas['User']['role'] }) {
  const { t } = useTranslation('access');
  const [isNew, setIsNew] = useState(false);
  const tokens = useQuery(accessQueries.tokens());
  return (
    <Panel
      title={t('tokens.title')}
      aside={
        <Button size="sm" look="primary" onClick={() => setIsNew(true)}>
          {t('tokens.make')}
        </Button>
      }
    >
      <p className="max-w-[72ch] text-soft">{t('tokens.text')}</p>
      <QueryView query={tokens}>
        {(found) =>
          found.length === 0 ? (
            <EmptyState title={t('tokens.none')}>{t('tokens.noneText')}</EmptyState>
          ) : (
            <TokenTable tokens={found} />
          )
        }
      </QueryView>
      {isNew && <NewTokenDialog role={role} onClose={() => setIsNew(false)} />}
    </Panel>
  );
}

function TokenTable({ tokens }: { readonly tokens: readonly ApiTokenEntry[] }) {
  const { t } = useTranslation('access');
  const revoke = useMutation({
    mutationFn: (id: string) => call(api.DELETE('/api/v1/tokens/{id}', { params: { path: { id } } })),
  });
  return (
    <div className="grid gap-3">
      {revoke.error !== null && <ErrorState error={revoke.error} />}
      <Table
        caption={t('tokens.title')}
        rows={tokens}
        rowKey={({ token_uuid: id }) => id}
        columns={[
          {
            name: 'name',
            title: t('name'),
            cell: ({ name, prefix }) => (
              <span className="grid sm:min-w-32">
                <span className="font-medium">{name}</span>
                <span className="font-mono whitespace-nowrap text-soft">{`${prefix}…`}</span>
              </span>
            ),
          },
          {
            name: 'scope',
            title: t('tokens.scope'),
            cell: ({ scope, owner }) => (
              <span className="grid">
                {t(`scope.${scope}`)}
                <span className="text-soft wrap-anywhere">{owner.name}</span>
              </span>
            ),
          },
          { name: 'ends', title: t('tokens.ends'), cell: ({ expires_at: at }) => <RelativeTime at={at} /> },
          {
            name: 'actions',
            title: t('actions'),
            cell: ({ token_uuid: id, name }) => (
              <AlertDialog
                title={t('tokens.revokeTitle', { name })}
                description={t('tokens.revokeText')}
                action={t('tokens.revoke')}
                isDangerous
                onConfirm={() => revoke.mutate(id)}
                trigger={<IconButton icon={Trash2} size="sm" label={t('tokens.revokeOf', { name })} />}
              />
            ),
          },
        ]}
      />
    </div>
  );
}
