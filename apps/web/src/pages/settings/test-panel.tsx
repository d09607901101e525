import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, call, newKey } from '@/api/client';
import type { ProviderDetails } from '@/api/queries/providers';
import { Panel } from '@/app/panel';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { ErrorState } from '@/ui/error-state';
import { Field } from '@/ui/field';
import { Select } from '@/ui/select';
import { TestResult } from './test-result';

const LIST = ' list';

/** Calls the provider now, and says what came of it. */
export function TestPanel({ provider }: { readonly provider: ProviderDetails }) {
  const { t } = useTranslation('settings');
  const [model, setModel] = useState(LIST);
  const id = provider.provider_id;
  const test = useMutation({
    mutationFn: () =>
      call(
        api.POST('/api/v1/providers/{id}/test', {
          params: { path: { id }, header: { 'Idempotency-Key': newKey() } },
          body: model === LIST ? {} : { model },
        }),
      ),
  });
  const options = [
    { value: LIST, label: t('test.list') },
    ...provider.models.map((value) => ({ value, label: value })),
  ];
  return (
    <Panel title={t('test.title')}>
      <Card className="grid gap-4 text-sm">
        <Field label={t('test.with')} hint={t(model === LIST ? 'test.listHint' : 'test.modelHint')}>
          <Select value={model} options={options} onChange={setModel} />
        </Field>
        <div className="grid">
          <Button
            look="primary"
            isBusy={test.isPending}
            disabled={provider.base_url === null}
            onClick={() => test.mutate()}
            className="justify-self-start"
          >
            {t('test.do')}
          </Button>
          {/* Always there, so that what appears in it is read aloud. */}
          <div role="status">{test.data !== undefined && <TestResult result={test.data} />}</div>
        </div>
        {test.error !== null && <ErrorState error={test.error} />}
      </Card>
    </Panel>
  );
}
