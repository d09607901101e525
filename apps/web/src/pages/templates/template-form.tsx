import { TemplateDraft } from '@council/contracts';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useController, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/api/client';
import { templateQueries } from '@/api/queries/lists';
import { Panel } from '@/app/panel';
import { SaveBar } from '@/library/save-bar';
import { UnsavedGuard } from '@/library/unsaved-guard';
import { useNameHint } from '@/library/use-name-hint';
import { Field } from '@/ui/field';
import { Input } from '@/ui/input';
import { Select } from '@/ui/select';
import { Textarea } from '@/ui/textarea';
import { toast } from '@/ui/toast';
import { useSchemaForm } from '@/ui/use-schema-form';
import { replaceTemplate } from './template-requests';

/** Its graph is drawn elsewhere. */
const TemplateWords = TemplateDraft.omit({ graph: true });
const CATEGORIES = ['code_review', 'business_plan', 'quick_decision', 'custom', 'other'] as const;
const asTags = {
  setValueAs: (typed: string | readonly string[]) =>
    typeof typed === 'string' ? [...new Set(typed.split(/[,，]/).map((tag) => tag.trim()))].filter(Boolean) : typed,
};

/** What one's own template is called and where it belongs. */
export function TemplateForm({ template }: { readonly template: Schemas['Template'] }) {
  const { t } = useTranslation(['templates', 'library']);
  const { name, description, category, tags, graph } = template;
  const form = useSchemaForm(TemplateWords, { name, description, category, tags });
  const kind = useController({ control: form.control, name: 'category' }).field;
  const { errors, isDirty } = form.formState;
  const templates = useQuery(templateQueries.list()).data ?? [];
  const others = templates.filter((one) => one.template_uuid !== template.template_uuid);
  const nameHint = useNameHint(useWatch({ control: form.control, name: 'name' }), others);
  const save = useMutation({
    mutationFn: (words: Omit<Schemas['TemplateDraft'], 'graph'>) =>
      replaceTemplate(template.template_uuid, { ...words, graph }),
    onSuccess: (saved) => {
      toast(t('library:saved'));
      form.reset({
        name: saved.name,
        description: saved.description,
        category: saved.category,
        tags: saved.tags,
      });
    },
  });
  return (
    <form noValidate onSubmit={form.handleSubmit((words) => save.mutate(words))}>
      <UnsavedGuard isDirty={isDirty} />
      <Panel title={t('about')}>
        <Field label={t('name')} hint={nameHint} error={errors.name?.message}>
          <Input {...form.register('name')} />
        </Field>
        <Field label={t('description')} error={errors.description?.message} isOptional>
          <Textarea rows={3} {...form.register('description')} />
        </Field>
        <Field label={t('category')}>
          <Select
            value={kind.value ?? 'custom'}
            options={CATEGORIES.map((value) => ({ value, label: t(`categories.${value}`) }))}
            onChange={kind.onChange}
          />
        </Field>
        <Field
          label={t('tags')}
          hint={t('tagsHint')}
          error={errors.tags?.message ?? errors.tags?.find?.((tag) => tag !== undefined)?.message}
          isOptional
        >
          <Input {...form.register('tags', asTags)} />
        </Field>
        <SaveBar isDirty={isDirty} isBusy={save.isPending} error={save.error} />
      </Panel>
    </form>
  );
}
