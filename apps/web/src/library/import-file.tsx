import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { FileButton } from '@/ui/file-button';
import { FileDrop } from '@/ui/file-drop';
import { toast } from '@/ui/toast';
import type { ImportRefusal } from './import-refused';
import { readImport } from './read-import';

interface ImportFileProps<Draft, Made> {
  readonly schema: z.ZodType<Draft>;
  /** What is wrong beyond the form of the file; it may also throw. */
  readonly create: (draft: Draft) => Promise<Made | { readonly issues: ImportRefusal['issues'] }>;
  readonly onMade: (made: Made) => void;
  readonly onRefused: (refusal: ImportRefusal | null) => void;
}

/** Takes in one thing from a JSON file, by button or dropped on the page: all of it or nothing. */
export function ImportFile<Draft, Made extends object>(props: ImportFileProps<Draft, Made>) {
  const { t } = useTranslation('library');
  const { schema, create, onMade, onRefused } = props;
  const taking = useMutation({
    mutationFn: async (file: File) => {
      const read = await readImport(file, schema);
      return 'issues' in read ? read : create(read.draft);
    },
    onMutate: () => onRefused(null),
    onSuccess: (made, { name }) => {
      if ('issues' in made) onRefused({ name, issues: made.issues, error: null });
      else {
        toast(t('imported', { name }));
        onMade(made);
      }
    },
    onError: (error, { name }) => onRefused({ name, issues: [], error }),
  });
  const take = (file: File): void => taking.mutate(file);
  return (
    <>
      <FileButton label={t('import')} accept="application/json,.json" isBusy={taking.isPending} onFile={take} />
      <FileDrop label={t('dropHere')} onFile={take} />
    </>
  );
}
