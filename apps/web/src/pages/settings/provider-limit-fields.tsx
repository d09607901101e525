import { useTranslation } from 'react-i18next';
import { Field } from '@/ui/field';
import { Input } from '@/ui/input';
import type { ProviderForm } from './provider-form';

const LIMITS = ['max_concurrency', 'requests_per_minute', 'tokens_per_minute'] as const;
const TIMEOUTS = ['connect_ms', 'first_token_ms', 'idle_ms', 'total_ms'] as const;
/** Nothing typed: no limit of its own. */
const orNull = {
  setValueAs: (value: string | number | null) => (value === '' || value === null ? null : Number(value)),
};

export function ProviderLimitFields({ form }: { readonly form: ProviderForm }) {
  const { t } = useTranslation('settings');
  const { errors } = form.formState;
  return (
    <fieldset className="grid gap-4 sm:grid-cols-2">
      <legend className="mb-2 text-sm text-soft">{t('limit.hint')}</legend>
      {LIMITS.map((name) => (
        <Field key={name} label={t(`limit.${name}`)} isOptional error={errors.limits?.[name]?.message}>
          <Input inputMode="numeric" {...form.register(`limits.${name}`, orNull)} />
        </Field>
      ))}
      {TIMEOUTS.map((name) => (
        <Field key={name} label={t(`limit.${name}`)} isOptional error={errors.timeouts?.[name]?.message}>
          <Input inputMode="numeric" {...form.register(`timeouts.${name}`, orNull)} />
        </Field>
      ))}
    </fieldset>
  );
}
