import { useController } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/api/client';
import { Panel } from '@/app/panel';
import { Field } from '@/ui/field';
import { Select } from '@/ui/select';
import type { AgentFormState } from './agent-form-state';
import { ModelField } from './model-field';
import { SamplingFields } from './sampling-fields';
import { DEFAULT_SPEAKER, isOpenSpeaker, type SpeakerState, speakersFor } from './speakers';

interface ModelFieldsProps {
  readonly form: AgentFormState;
  readonly providers: readonly Schemas['Provider'][];
}

/** The words of `agents:model` for a state that is more than a name. */
const LABELS = {
  default: 'default',
  rehearsal: 'rehearsal',
  alias: 'alias',
  unknown: 'unknownProvider',
  unconfigured: 'unconfigured',
} as const satisfies Partial<Record<SpeakerState, string>>;
const HINTS = {
  default: 'defaultHint',
  unknown: 'keptProvider',
  unconfigured: 'noKey',
} as const satisfies Partial<Record<SpeakerState, string>>;

/** Who speaks for the agent, and how freely. What is not known here is kept and marked, never replaced. */
export function ModelFields({ form, providers }: ModelFieldsProps) {
  const { t } = useTranslation('agents');
  const provider = useController({ control: form.control, name: 'model_config.provider' }).field;
  const model = useController({ control: form.control, name: 'model_config.model' }).field;
  const errors = form.formState.errors.model_config;
  const speakers = speakersFor(provider.value, providers);
  const bound = speakers.find(({ id }) => id === provider.value);
  const choose = (next: string): void => {
    provider.onChange(next);
    const { models = [] } = speakers.find(({ id }) => id === next) ?? {};
    if (isOpenSpeaker(next)) model.onChange(DEFAULT_SPEAKER.model);
    // Another house has other models: which one is for the person to say.
    else if (next !== provider.value && !models.includes(model.value)) model.onChange('');
  };
  const hint = bound !== undefined && bound.state in HINTS ? HINTS[bound.state as keyof typeof HINTS] : undefined;
  return (
    <Panel title={t('model.title')}>
      <Field
        label={t('model.provider')}
        error={errors?.provider?.message}
        hint={hint === undefined ? undefined : t(`model.${hint}`)}
      >
        <Select
          value={provider.value === '' ? null : provider.value}
          options={speakers.map(({ id: value, name, state }) => ({
            value,
            label: state === 'ready' ? name : t(`model.${LABELS[state]}`, { name, id: name }),
          }))}
          placeholder={t('model.choose')}
          onChange={choose}
        />
      </Field>
      {!isOpenSpeaker(provider.value) && (
        <ModelField
          key={provider.value}
          value={model.value}
          models={bound?.models ?? []}
          error={errors?.model?.message}
          onChange={model.onChange}
        />
      )}
      <SamplingFields form={form} />
    </Panel>
  );
}
