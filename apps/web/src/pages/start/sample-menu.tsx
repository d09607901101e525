import { useMutation } from '@tanstack/react-query';
import { BookOpen } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { readSampleDocument, SAMPLE_DOCUMENTS, type SampleDocument } from '@/sessions/sample-documents';
import { Button } from '@/ui/button';
import { DropdownMenu, MenuItem } from '@/ui/dropdown-menu';
import { ErrorState } from '@/ui/error-state';

const NAMES = Object.keys(SAMPLE_DOCUMENTS) as SampleDocument[];

interface SampleMenuProps {
  readonly onRead: (text: string, name: string) => void;
}

/** A document to try a council with. */
export function SampleMenu({ onRead }: SampleMenuProps) {
  const { t } = useTranslation('start');
  const sample = useMutation({
    mutationFn: readSampleDocument,
    onSuccess: (text, name) => onRead(text, SAMPLE_DOCUMENTS[name]),
  });
  return (
    <>
      <DropdownMenu
        align="start"
        trigger={
          <Button size="sm" isBusy={sample.isPending}>
            <BookOpen aria-hidden className="size-4" />
            {t('sample.choose')}
          </Button>
        }
      >
        {NAMES.map((name) => (
          <MenuItem key={name} onSelect={() => sample.mutate(name)}>
            {t(`sample.${name}`)}
          </MenuItem>
        ))}
      </DropdownMenu>
      {sample.error !== null && <ErrorState error={sample.error} />}
    </>
  );
}
