import { Controller } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { Panel } from '@/app/panel';
import { Checkbox } from '@/ui/checkbox';
import { Field } from '@/ui/field';
import { Input } from '@/ui/input';
import type { AgentFormState } from './agent-form-state';

export function CapabilityFields({ form }: { readonly form: AgentFormState }) {
  const { t } = useTranslation('agents');
  const marks = [
    ['capabilities.web_search', 'capabilities.web'],
    ['capabilities.code_execution', 'capabilities.code'],
  ] as const;
  return (
    <Panel title={t('capabilities.title')}>
      <div>
        {marks.map(([name, label]) => (
          <Controller
            key={name}
            control={form.control}
            name={name}
            render={({ field }) => (
              <Checkbox label={t(label)} isChecked={field.value === true} onChange={field.onChange} />
            )}
          />
        ))}
        <p className="text-sm text-soft">{t('capabilities.note')}</p>
      </div>
      <Field
        label={t('capabilities.searchProvider')}
        hint={t('capabilities.searchProviderHint')}
        error={form.formState.errors.capabilities?.search_provider?.message}
        isOptional
      >
        <Input {...form.register('capabilities.search_provider')} />
      </Field>
    </Panel>
  );
}
