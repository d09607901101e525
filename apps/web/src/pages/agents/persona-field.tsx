import { useState } from 'react';
import { useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { Panel } from '@/app/panel';
import { formatNumber } from '@/i18n/format';
import { cx } from '@/ui/cx';
import { Field } from '@/ui/field';
import { Prose } from '@/ui/prose';
import { Switch } from '@/ui/switch';
import { Tabs } from '@/ui/tabs';
import { Textarea } from '@/ui/textarea';
import type { AgentFormState } from './agent-form-state';

const MAX = 100_000;

/** The longest text of the form: written, or read as it is meant. */
export function PersonaField({ form }: { readonly form: AgentFormState }) {
  const { t, i18n } = useTranslation('agents');
  const [tab, setTab] = useState<'write' | 'preview'>('write');
  const [isMono, setMono] = useState(false);
  const text = useWatch({ control: form.control, name: 'persona_prompt' });
  const error = form.formState.errors.persona_prompt?.message;
  const count = t('characters', {
    shown: formatNumber(text.length, i18n.language),
    max: formatNumber(MAX, i18n.language),
  });
  const write = (
    <Field label={t('persona')} hint={`${t('personaHint')} ${count}`} error={error}>
      <Textarea
        rows={16}
        className={cx('max-h-[75dvh] min-h-[24rem]', isMono && 'font-mono text-sm')}
        {...form.register('persona_prompt')}
      />
    </Field>
  );
  const preview =
    text.trim() === '' ? <p className="text-soft">{t('personaEmpty')}</p> : <Prose from={4} text={text} />;
  return (
    <Panel title={t('persona')}>
      <Tabs
        label={t('personaTabs')}
        // What is wrong with it stands beside the field.
        value={error === undefined ? tab : 'write'}
        onChange={setTab}
        tabs={[
          { name: 'write', label: t('write'), content: write },
          { name: 'preview', label: t('preview'), content: preview },
        ]}
      />
      <Switch label={t('monospace')} isOn={isMono} onChange={setMono} />
    </Panel>
  );
}
