import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { Schemas } from '@/api/client';
import { templateQueries } from '@/api/queries/lists';
import { ItemMenu } from '@/library/item-menu';
import { saveJson } from '@/library/save-json';
import { SETTLED } from '@/library/unsaved-guard';
import { useCopyName } from '@/library/use-copy-name';
import { useWords } from '@/library/use-words';
import { toast } from '@/ui/toast';
import { draftOf } from './template-file';
import { createTemplate, deleteTemplate } from './template-requests';

interface TemplateMenuProps {
  readonly template: Schemas['Template'];
  readonly onError: (error: Error) => void;
}

const NAME_MAX = 128;

export function TemplateMenu({ template, onError }: TemplateMenuProps) {
  const { t } = useTranslation(['templates', 'library']);
  const navigate = useNavigate();
  const copyName = useCopyName();
  const words = useWords()(template);
  const templates = useQuery(templateQueries.list()).data ?? [];
  const taken = templates.map(({ name }) => name);
  const draft = draftOf(words);
  const duplicate = useMutation({
    mutationFn: () => createTemplate({ ...draft, name: copyName(words.name, taken, NAME_MAX) }),
    onSuccess: (copy) => {
      toast(t('library:copied', { name: copy.name }));
      return navigate(`/templates/${copy.template_uuid}`);
    },
    onError,
  });
  const remove = useMutation({
    mutationFn: () => deleteTemplate(template.template_uuid),
    onSuccess: () => {
      toast(t('library:deleted', { name: words.name }));
      return navigate('/templates', { state: SETTLED });
    },
    onError,
  });
  return (
    <ItemMenu
      name={words.name}
      onDuplicate={() => duplicate.mutate()}
      onExport={() => saveJson(words.name, 'template', draft)}
      onDelete={template.is_system ? null : () => remove.mutate()}
      deleteText={t('delete')}
    />
  );
}
