import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Field } from '@/ui/field';
import { Input } from '@/ui/input';
import { Select } from '@/ui/select';

interface ModelFieldProps {
  readonly value: string;
  /** What the provider lists. */
  readonly models: readonly string[];
  readonly error: string | undefined;
  readonly onChange: (model: string) => void;
}

/** No model is called so: its name would be longer than a model's may be. */
const OTHER = '#'.repeat(129);

/** One of the listed models, or one that is typed: lists are older than models. */
export function ModelField({ value, models, error, onChange }: ModelFieldProps) {
  const { t } = useTranslation('agents');
  const [isTyped, setTyped] = useState(false);
  const isUnlisted = value !== '' && !models.includes(value);
  const options = models.map((model) => ({ value: model, label: model }));
  if (isUnlisted && !isTyped) options.unshift({ value, label: t('model.unknownModel', { id: value }) });
  return (
    <>
      <Field
        label={t('model.model')}
        error={isTyped ? undefined : error}
        hint={isUnlisted && !isTyped ? t('model.keptModel') : undefined}
      >
        <Select
          value={isTyped ? OTHER : value === '' ? null : value}
          options={[...options, { value: OTHER, label: t('model.other') }]}
          placeholder={t('model.choose')}
          onChange={(next) => {
            setTyped(next === OTHER);
            if (next !== OTHER) onChange(next);
          }}
        />
      </Field>
      {isTyped && (
        <Field label={t('model.otherName')} error={error}>
          <Input value={value} onChange={({ target }) => onChange(target.value)} />
        </Field>
      )}
    </>
  );
}
