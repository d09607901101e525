import { ChevronDown, Copy, Pencil, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Panel } from '@/app/panel';
import { AlertDialog } from '@/ui/alert-dialog';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog';
import { DropdownMenu, MenuChoice, MenuItem, MenuSeparator } from '@/ui/dropdown-menu';
import { toast } from '@/ui/toast';
import { Tooltip } from '@/ui/tooltip';

export function FloatsShown() {
  const { t } = useTranslation('components');
  return (
    <Panel title={t('floats.title')}>
      <div className="flex flex-wrap gap-3">
        <Dialog title={t('floats.dialogTitle')} trigger={<Button>{t('floats.dialog')}</Button>}>
          <p>{t('floats.dialogText')}</p>
        </Dialog>
        <AlertDialog
          title={t('floats.alertTitle')}
          description={t('floats.alertText')}
          action={t('buttons.danger')}
          isDangerous
          onConfirm={() => toast(t('floats.goodText'), { tone: 'neutral' })}
          trigger={<Button look="danger">{t('floats.alert')}</Button>}
        />
        <MenuShown />
        <Tooltip text={t('floats.tooltipText')}>
          <Button look="quiet">{t('floats.tooltip')}</Button>
        </Tooltip>
        <Button onClick={() => toast(t('floats.goodText'))}>{t('floats.good')}</Button>
        <Button onClick={() => toast(t('floats.badText'), { tone: 'bad', text: t('states.refused') })}>
          {t('floats.bad')}
        </Button>
      </div>
    </Panel>
  );
}

function MenuShown() {
  const { t } = useTranslation('components');
  const [order, setOrder] = useState<'newest' | 'oldest'>('newest');
  const trigger = (
    <Button>
      {t('floats.menu')}
      <ChevronDown aria-hidden className="size-4" />
    </Button>
  );
  return (
    <DropdownMenu align="start" trigger={trigger}>
      <MenuItem>
        <Pencil aria-hidden className="size-4" />
        {t('floats.rename')}
      </MenuItem>
      <MenuItem>
        <Copy aria-hidden className="size-4" />
        {t('floats.duplicate')}
      </MenuItem>
      <MenuSeparator />
      <MenuChoice
        label={t('floats.order')}
        value={order}
        choices={(['newest', 'oldest'] as const).map((value) => ({ value, label: t(`floats.${value}`) }))}
        onChange={setOrder}
      />
      <MenuSeparator />
      <MenuItem tone="bad">
        <Trash2 aria-hidden className="size-4" />
        {t('buttons.danger')}
      </MenuItem>
    </DropdownMenu>
  );
}
