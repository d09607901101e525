import { useController } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/api/client';
import { Panel } from '@/app/panel';
import { Field } from '@/ui/field';
import { Input } from '@/ui/input';
import { Select } from '@/ui/select';
import type { AgentFormState } from './agent-form-state';
import { orNoNumber } from '@/library/empty-values';
import { ModelField } from './model-field';

interface ModelFieldsProps {
  readonly form: AgentFormState;
  readonly providers: readonly Schemas['Provider'][];
}

/** Who speaks for the agent, and how freely. What is not known here is kept and marked, never replaced. */
export function ModelFields({ form, providers }: ModelFieldsProps) {
  const { t } = useTranslation('agents');
  const provider = useController({ control: form.control, name: 'model_config.provider' }).field;
  const model = useController({ control: form.control, name: 'model_config.model' }).field;
  const errors = form.formState.errors.model_config;
  const known = providers.find(({ provider_id }) => provider_id === provider.value);
  const options = providers.map(({ provider_id: value, name, is_configured }) => ({
    value,
    label: is_configured ? name : t('model.unconfigured', { name }),
  }));
  const isUnknown = provider.value !== '' && known === undefined;
  if (isUnknown) {
    options.unshift({ value: provider.value, label: t('model.unknownProvider', { id: provider.value }) });
  }
  const choose = (next: string): void => {
    provider.onChange(next);
    const { models = [] } = providers.find(({ provider_id }) => provider_id === next) ?? {};
    // Another house has other models: which one is for the person to say.
    if (next !== provider.value && !models.includes(model.value)) model.onChange('');
  };
  return (
    <Panel title={t('model.title')}>
      <Field
        label={t('model.provider')}
        error={errors?.provider?.message}
        hint={isUnknown ? t('model.keptProvider') : known?.is_configured === false ? t('model.noKey') : undefined}
      >
        <Select
          value={provider.value === '' ? null : provider.value}
          options={options}
          placeholder={t('model.choose')}
          onChange={choose}
        />
      </Field>
      <ModelField
        key={provider.value}
        value={model.value}
        models={known?.models ?? []}
        error={errors?.model?.message}
        onChange={model.onChange}
      />
      <div className="grid gap-4 sm:grid-cols-2">
        <Field
          label={t('model.temperature')}
          hint={t('model.temperatureHint')}
          error={errors?.temperature?.message}
          isOptional
        >
          <Input inputMode="decimal" {...form.register('model_config.temperature', orNoNumber)} />
        </Field>
        <Field label={t('model.topP')} hint={t('model.topPHint')} error={errors?.top_p?.message} isOptional>
          <Input inputMode="decimal" {...form.register('model_config.top_p', orNoNumber)} />
        </Field>
      </div>
      <Field label={t('model.maxTokens')} error={errors?.max_tokens?.message} isOptional>
        <Input inputMode="numeric" {...form.register('model_config.max_tokens', orNoNumber)} />
      </Field>
    </Panel>
  );
}
