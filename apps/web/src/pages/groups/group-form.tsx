import { GroupDraft } from '@council/contracts';
import { useQuery } from '@tanstack/react-query';
import { useController, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/api/client';
import { groupQueries } from '@/api/queries/lists';
import { Panel } from '@/app/panel';
import { formatNumber } from '@/i18n/format';
import { orNull, orNullNumber } from '@/library/empty-values';
import { SaveBar } from '@/library/save-bar';
import { UnsavedGuard } from '@/library/unsaved-guard';
import { useNameHint } from '@/library/use-name-hint';
import { Field } from '@/ui/field';
import { Input } from '@/ui/input';
import { Textarea } from '@/ui/textarea';
import { useSchemaForm } from '@/ui/use-schema-form';
import { draftOf } from './group-file';
import { MemberList } from './member-list';

interface GroupFormProps {
  /** Null: it is not kept yet. */
  readonly groupUuid: string | null;
  readonly values: GroupDraft;
  readonly error: Error | null;
  readonly onSave: (draft: GroupDraft) => Promise<Schemas['Group']>;
}

const RULES_MAX = 100_000;

export function GroupForm({ groupUuid, values, error, onSave }: GroupFormProps) {
  const { t, i18n } = useTranslation('groups');
  const form = useSchemaForm(GroupDraft, values);
  const { errors, isDirty, isSubmitting } = form.formState;
  const rules = useWatch({ control: form.control, name: 'system_prompt' }) ?? '';
  const others = (useQuery(groupQueries.list()).data ?? []).filter((one) => one.group_uuid !== groupUuid);
  const nameHint = useNameHint(useWatch({ control: form.control, name: 'name' }), others);
  const members = useController({ control: form.control, name: 'default_agent_uuids' }).field;
  const save = form.handleSubmit(async (draft) => {
    // What is wrong with it stands below, as the mutation's error.
    const saved = await onSave(draft).catch(() => null);
    if (saved !== null) form.reset(draftOf(saved));
  });
  const size = { shown: formatNumber(rules.length, i18n.language), max: formatNumber(RULES_MAX, i18n.language) };
  return (
    <form noValidate className="grid min-w-0 content-start gap-8" onSubmit={save}>
      <UnsavedGuard isDirty={isDirty} />
      <Panel title={t('about')}>
        <div className="grid gap-4 sm:grid-cols-[1fr_8rem]">
          <Field label={t('name')} hint={nameHint} error={errors.name?.message}>
            <Input {...form.register('name')} />
          </Field>
          <Field label={t('icon')} hint={t('iconHint')} error={errors.icon?.message} isOptional>
            <Input {...form.register('icon', orNull)} />
          </Field>
        </div>
        <Field label={t('rules')} hint={t('rulesHint', size)} error={errors.system_prompt?.message} isOptional>
          <Textarea rows={6} {...form.register('system_prompt', orNull)} />
        </Field>
        <Field label={t('budget')} hint={t('budgetHint')} error={errors.monthly_budget_usd?.message} isOptional>
          <Input inputMode="decimal" className="max-w-48" {...form.register('monthly_budget_usd', orNullNumber)} />
        </Field>
      </Panel>
      <MemberList members={members.value ?? []} onChange={members.onChange} />
      <SaveBar isDirty={isDirty} isBusy={isSubmitting} error={error} />
    </form>
  );
}
