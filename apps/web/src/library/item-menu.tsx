import { Copy, Download, MoreHorizontal, Trash2 } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AlertDialog } from '@/ui/alert-dialog';
import { DropdownMenu, MenuItem, MenuSeparator } from '@/ui/dropdown-menu';
import { IconButton } from '@/ui/icon-button';
import { Writing } from '@/ui/writing';

interface ItemMenuProps {
  readonly name: string;
  readonly onDuplicate: () => void;
  readonly onExport: () => void;
  /** Null: it cannot be deleted. */
  readonly onDelete: (() => void) | null;
  /** What goes with it. */
  readonly deleteText: ReactNode;
  /** Why deleting is closed where the rest is not. */
  readonly deleteWhyNot?: string | null;
}

/** What can be done with one entry of a list or the thing that a page is about. */
export function ItemMenu({ name, onDuplicate, onExport, onDelete, deleteText, deleteWhyNot = null }: ItemMenuProps) {
  const { t } = useTranslation(['library', 'common']);
  const [isAsking, setAsking] = useState(false);
  return (
    <>
      <DropdownMenu trigger={<IconButton icon={MoreHorizontal} label={t('actionsFor', { name })} />}>
        <MenuItem writes onSelect={onDuplicate}>
          <Copy aria-hidden className="size-4" />
          {t('duplicate')}
        </MenuItem>
        <MenuItem onSelect={onExport}>
          <Download aria-hidden className="size-4" />
          {t('export')}
        </MenuItem>
        {onDelete !== null && (
          <>
            <MenuSeparator />
            <Writing whyNot={deleteWhyNot}>
              <MenuItem writes tone="bad" onSelect={() => setAsking(true)}>
                <Trash2 aria-hidden className="size-4" />
                {t('common:action.delete')}
              </MenuItem>
            </Writing>
          </>
        )}
      </DropdownMenu>
      {onDelete !== null && (
        <AlertDialog
          isOpen={isAsking}
          onOpenChange={setAsking}
          title={t('deleteTitle', { name })}
          description={deleteText}
          action={t('common:action.delete')}
          isDangerous
          onConfirm={onDelete}
        />
      )}
    </>
  );
}
