import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Panel } from '@/app/panel';
import { Checkbox } from '@/ui/checkbox';
import { DateField } from '@/ui/date-field';
import { Field } from '@/ui/field';
import { Input } from '@/ui/input';
import { Select } from '@/ui/select';
import { Switch } from '@/ui/switch';
import { Textarea } from '@/ui/textarea';

const MODELS = ['deepseek-chat', 'qwen-max', 'gpt-5-mini'].map((model) => ({ value: model, label: model }));

export function FieldsShown() {
  const { t } = useTranslation('components');
  const [model, setModel] = useState<string | null>(null);
  const [maySearch, setMaySearch] = useState(true);
  const [day, setDay] = useState('2026-11-29');
  const [hasRead, setHasRead] = useState(true);
  return (
    <Panel title={t('fields.title')}>
      <div className="grid gap-6 sm:grid-cols-2">
        <Field label={t('fields.name')} hint={t('fields.nameHint')} isOptional>
          <Input />
        </Field>
        <Field label={t('fields.name')} error={t('fields.nameError')}>
          <Input />
        </Field>
        <Field label={t('fields.persona')}>
          <Textarea defaultValue={t('fields.personaText')} />
        </Field>
        <div className="grid content-start gap-6">
          <Field label={t('fields.model')}>
            <Select value={model} options={MODELS} onChange={setModel} placeholder={t('fields.choose')} />
          </Field>
          <Field label={t('fields.disabled')}>
            <Input disabled value="42" />
          </Field>
        </div>
        <DateField label={t('fields.day')} value={day} onChange={setDay} />
        <Switch label={t('fields.search')} hint={t('fields.searchHint')} isOn={maySearch} onChange={setMaySearch} />
        <Checkbox label={t('fields.agree')} isChecked={hasRead} onChange={setHasRead} />
      </div>
    </Panel>
  );
}
