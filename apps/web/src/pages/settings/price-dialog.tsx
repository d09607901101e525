import { ModelPrice } from '@council/contracts';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { api, call } from '@/api/client';
import type { PricingEntry } from '@/api/queries/prices';
import { providerQueries } from '@/api/queries/providers';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog';
import { ErrorState } from '@/ui/error-state';
import { Field } from '@/ui/field';
import { Input } from '@/ui/input';
import { Select } from '@/ui/select';
import { toast } from '@/ui/toast';
import { useSchemaForm } from '@/ui/use-schema-form';

const K_IN_M = 1_000;
const perMillion = z.number().min(0).max(10_000);
/** Vendors write their prices per million tokens, the contract per thousand. */
const PriceForm = ModelPrice.pick({ provider: true, model: true }).extend({ input: perMillion, output: perMillion });
const asNumber = {
  setValueAs: (value: string | number | undefined) => (value === '' || value === undefined ? undefined : Number(value)),
};

interface PriceDialogProps {
  /** One that is known, or a model of which nothing is known yet. */
  readonly price: Pick<PricingEntry, 'provider' | 'model'> & Partial<PricingEntry>;
  readonly onClose: () => void;
}

export function PriceDialog({ price, onClose }: PriceDialogProps) {
  const { t } = useTranslation(['settings', 'common']);
  const { provider, model, input_per_1m: input, output_per_1m: output } = price;
  const isKnown = model !== '';
  const form = useSchemaForm(PriceForm, { provider, model, input, output });
  const { errors } = form.formState;
  const providers = useQuery(providerQueries.list()).data?.providers ?? [];
  const put = useMutation({
    mutationFn: ({ input, output, ...named }: z.output<typeof PriceForm>) => {
      const body = { ...named, input_per_1k: input / K_IN_M, output_per_1k: output / K_IN_M };
      return call(api.PUT('/api/v1/models/pricing', { body }));
    },
    onSuccess: (saved) => {
      toast(t('price.saved', { model: saved.model }));
      onClose();
    },
  });
  return (
    <Dialog
      isOpen
      onOpenChange={onClose}
      title={isKnown ? t('price.changeOf', { model }) : t('price.enter')}
      description={t('price.holds')}
    >
      <form noValidate className="grid gap-4" onSubmit={form.handleSubmit((values) => put.mutate(values))}>
        {!isKnown && (
          <>
            <Field label={t('price.provider')} error={errors.provider?.message}>
              <Select
                value={form.watch('provider') || null}
                placeholder={t('price.choose')}
                options={providers.map(({ provider_id: value, name: label }) => ({ value, label }))}
                onChange={(next) => form.setValue('provider', next, { shouldValidate: true })}
              />
            </Field>
            <Field label={t('price.model')} error={errors.model?.message}>
              <Input autoComplete="off" {...form.register('model')} />
            </Field>
          </>
        )}
        <Field label={t('price.input')} error={errors.input?.message}>
          <Input inputMode="decimal" {...form.register('input', asNumber)} />
        </Field>
        <Field label={t('price.output')} error={errors.output?.message}>
          <Input inputMode="decimal" {...form.register('output', asNumber)} />
        </Field>
        {put.error !== null && <ErrorState error={put.error} />}
        <Button type="submit" writes look="primary" isBusy={put.isPending} className="justify-self-start">
          {t('common:action.save')}
        </Button>
      </form>
    </Dialog>
  );
}
