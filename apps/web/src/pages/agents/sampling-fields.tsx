import { useTranslation } from 'react-i18next';
import { orNoNumber } from '@/library/empty-values';
import { Field } from '@/ui/field';
import { Input } from '@/ui/input';
import type { AgentFormState } from './agent-form-state';

/** How freely it speaks, and for how long. Empty: as the provider has it. */
export function SamplingFields({ form }: { readonly form: AgentFormState }) {
  const { t } = useTranslation('agents');
  const errors = form.formState.errors.model_config;
  return (
    <>
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
    </>
  );
}
