import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { FileButton } from '@/ui/file-button';
import { FileDrop } from '@/ui/file-drop';
import { toast } from '@/ui/toast';
import { useClosed } from '@/ui/writing';
import type { RefusedFile } from './import-refused';
import { readImport } from './read-import';

interface ImportFileProps<Draft, Made> {
  readonly schema: z.ZodType<Draft>;
  readonly create: (draft: Draft) => Promise<Made>;
  readonly onMade: (made: Made) => unknown;
  /** Null: another file is on its way. */
  readonly onRefused: (refused: RefusedFile | null) => void;
}

/** Takes in one thing from a JSON file, by button or dropped on the page: all of it or nothing. */
export function ImportFile<Draft, Made>({ schema, create, onMade, onRefused }: ImportFileProps<Draft, Made>) {
  const { t } = useTranslation('library');
  const taking = useMutation({
    mutationFn: async (file: File) => create(await readImport(file, schema)),
    onMutate: () => onRefused(null),
    onSuccess: (made, { name }) => {
      toast(t('imported', { name }));
      return onMade(made);
    },
    onError: (error, { name }) => onRefused({ name, error }),
  });
  const closed = useClosed(true);
  const take = (file: File): void => (closed === null ? taking.mutate(file) : closed.refuse());
  return (
    <>
      <FileButton
        label={t('import')}
        accept="application/json,.json"
        writes
        isBusy={taking.isPending}
        onFiles={([file]) => file !== undefined && take(file)}
      />
      <FileDrop label={t('dropHere')} onFile={take} />
    </>
  );
}
