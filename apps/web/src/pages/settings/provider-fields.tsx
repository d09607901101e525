import { ProviderDialect, ProviderEgress } from '@council/contracts';
import { useTranslation } from 'react-i18next';
import { Checkbox } from '@/ui/checkbox';
import { Field } from '@/ui/field';
import { Input } from '@/ui/input';
import { Select } from '@/ui/select';
import { Textarea } from '@/ui/textarea';
import { modelsOf, type ProviderForm } from './provider-form';
import { ProviderLimitFields } from './provider-limit-fields';

/** What is asked of a provider that is added, and of one that is changed. */
export function ProviderFields({ form }: { readonly form: ProviderForm }) {
  const { t } = useTranslation('settings');
  const { errors } = form.formState;
  const dirty = { shouldDirty: true, shouldValidate: true };
  const egress = form.watch('egress') ?? 'public';
  const needsKey = form.watch('needs_key') ?? egress === 'public';
  return (
    <>
      <Field label={t('field.name')} error={errors.name?.message}>
        <Input {...form.register('name')} />
      </Field>
      <Field label={t('field.address')} hint={t('field.addressHint')} error={errors.base_url?.message}>
        <Input inputMode="url" autoComplete="off" {...form.register('base_url')} />
      </Field>
      <Field label={t('field.egress')} hint={t(`egress.${egress}.hint`)}>
        <Select
          value={egress}
          options={ProviderEgress.options.map((value) => ({ value, label: t(`egress.${value}.name`) }))}
          onChange={(next) => form.setValue('egress', next, dirty)}
        />
      </Field>
      <Checkbox
        label={t('field.needsKey')}
        isChecked={needsKey}
        onChange={(next) => form.setValue('needs_key', next, dirty)}
      />
      <Field label={t('field.models')} hint={t('field.modelsHint')} isOptional error={errors.models?.message}>
        <Textarea
          rows={4}
          className="font-mono text-sm"
          defaultValue={form.getValues('models')?.join('\n')}
          onChange={({ target }) => form.setValue('models', modelsOf(target.value), dirty)}
        />
      </Field>
      <details>
        <summary className="cursor-pointer py-1 font-medium">{t('field.more')}</summary>
        <div className="mt-3 grid gap-5">
          <Field label={t('field.dialect')} hint={t('field.dialectHint')}>
            <Select
              value={form.watch('dialect') ?? 'openai'}
              options={ProviderDialect.options.map((value) => ({ value, label: value }))}
              onChange={(next) => form.setValue('dialect', next, dirty)}
            />
          </Field>
          <Field label={t('field.proxy')} isOptional error={errors.proxy_url?.message}>
            <Input
              inputMode="url"
              {...form.register('proxy_url', { setValueAs: (value: string | null) => value || null })}
            />
          </Field>
          <ProviderLimitFields form={form} />
        </div>
      </details>
    </>
  );
}
