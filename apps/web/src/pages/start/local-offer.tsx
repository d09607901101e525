import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, call } from '@/api/client';
import { providerQueries } from '@/api/queries/providers';
import { useWhyNot } from '@/api/use-why-not';
import { Button } from '@/ui/button';
import { ErrorState } from '@/ui/error-state';
import { Select } from '@/ui/select';
import { Writing } from '@/ui/writing';

interface LocalOfferProps {
  /** Those that are in use already. */
  readonly configured: readonly string[];
  /** `provider/model`, which can be called from now on. */
  readonly onTake: (model: string) => void;
}

/** A model server that was found on the server's machine: nothing is sent to it before somebody says so. */
export function LocalOffer({ configured, onTake }: LocalOfferProps) {
  const { t } = useTranslation('start');
  const servers = useQuery(providerQueries.local()).data?.servers ?? [];
  const found = servers.filter(({ provider_id: id }) => !configured.includes(id));
  const models = found.flatMap(({ provider_id: id, name, models: offered }) =>
    offered.map((model) => ({ value: `${id}/${model}`, label: `${name} · ${model}` })),
  );
  const [chosen, setChosen] = useState<string | null>(null);
  const whyNot = useWhyNot('admin');
  const take = useMutation({
    mutationFn: (model: string) => {
      const server = found.find(({ provider_id: id }) => model.startsWith(`${id}/`));
      return call(
        api.PUT('/api/v1/providers/{id}', {
          params: { path: { id: server?.provider_id ?? '' } },
          body: { is_enabled: true, models: server?.models ?? [] },
        }),
      );
    },
    onSuccess: (_answer, model) => onTake(model),
  });
  const [first] = models;
  if (first === undefined) return null;
  const model = chosen ?? first.value;
  return (
    <Writing whyNot={whyNot}>
      <div className="grid gap-3 rounded-lg border border-accent bg-wash p-4">
        <p>{t('local.found', { names: found.map(({ name }) => name).join(', ') })}</p>
        <div className="flex flex-wrap items-center gap-3">
          <div className="min-w-48 grow">
            <Select label={t('local.model')} value={model} options={models} onChange={setChosen} />
          </div>
          <Button size="sm" writes look="primary" isBusy={take.isPending} onClick={() => take.mutate(model)}>
            {t('local.take')}
          </Button>
        </div>
        {take.error !== null && <ErrorState error={take.error} />}
      </div>
    </Writing>
  );
}
