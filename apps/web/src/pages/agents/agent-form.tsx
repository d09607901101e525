import { AgentDraft } from '@council/contracts';
import { useQuery } from '@tanstack/react-query';
import { useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/api/client';
import { agentQueries } from '@/api/queries/lists';
import { Panel } from '@/app/panel';
import { SaveBar } from '@/library/save-bar';
import { UnsavedGuard } from '@/library/unsaved-guard';
import { useNameHint } from '@/library/use-name-hint';
import { Field } from '@/ui/field';
import { Input } from '@/ui/input';
import { useSchemaForm } from '@/ui/use-schema-form';
import { draftOf } from './agent-file';
import { CapabilityFields } from './capability-fields';
import { orNull } from '@/library/empty-values';
import { ModelFields } from './model-fields';
import { PersonaField } from './persona-field';
import { TryIt } from './try-it';

interface AgentFormProps {
  /** Null: it is not kept yet. */
  readonly agentUuid: string | null;
  readonly values: AgentDraft;
  readonly providers: readonly Schemas['Provider'][];
  readonly error: Error | null;
  readonly onSave: (draft: AgentDraft) => Promise<Schemas['Agent']>;
}

export function AgentForm({ agentUuid, values, providers, error, onSave }: AgentFormProps) {
  const { t } = useTranslation('agents');
  const form = useSchemaForm(AgentDraft, values);
  const { errors, isDirty, isSubmitting } = form.formState;
  const others = (useQuery(agentQueries.list()).data ?? []).filter((one) => one.agent_uuid !== agentUuid);
  const nameHint = useNameHint(useWatch({ control: form.control, name: 'name' }), others);
  const save = form.handleSubmit(async (draft) => {
    // What is wrong with it stands below, as the mutation's error.
    const saved = await onSave(draft).catch(() => null);
    if (saved !== null) form.reset(draftOf(saved));
  });
  return (
    <div className="grid gap-10">
      <form noValidate className="grid items-start gap-8 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]" onSubmit={save}>
        <UnsavedGuard isDirty={isDirty} />
        <div className="grid min-w-0 gap-8">
          <Panel title={t('about')}>
            <div className="grid gap-4 sm:grid-cols-[1fr_8rem]">
              <Field label={t('name')} hint={nameHint} error={errors.name?.message}>
                <Input {...form.register('name')} />
              </Field>
              <Field label={t('avatar')} hint={t('avatarHint')} error={errors.avatar?.message} isOptional>
                <Input {...form.register('avatar', orNull)} />
              </Field>
            </div>
            <Field label={t('description')} hint={t('descriptionHint')} error={errors.description?.message} isOptional>
              <Input {...form.register('description', orNull)} />
            </Field>
          </Panel>
          <PersonaField form={form} />
        </div>
        <div className="grid min-w-0 gap-8">
          <ModelFields form={form} providers={providers} />
          <CapabilityFields form={form} />
        </div>
        <SaveBar isDirty={isDirty} isBusy={isSubmitting} error={error} />
      </form>
      <TryIt form={form} keptAgent={isDirty ? null : agentUuid} />
    </div>
  );
}
