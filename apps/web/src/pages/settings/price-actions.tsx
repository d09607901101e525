import { useTranslation } from 'react-i18next';
import type { PricingEntry } from '@/api/queries/prices';
import { AlertDialog } from '@/ui/alert-dialog';
import { Button } from '@/ui/button';

interface PriceActionsProps {
  readonly price: PricingEntry;
  readonly onEdit: () => void;
  readonly onTakeBack: () => void;
}

export function PriceActions({ price: { model, source }, onEdit, onTakeBack }: PriceActionsProps) {
  const { t } = useTranslation('settings');
  return (
    <span className="-ml-3 flex flex-wrap gap-1">
      <Button size="sm" writes look="quiet" aria-label={t('price.changeOf', { model })} onClick={onEdit}>
        {t('price.change')}
      </Button>
      {source === 'user' && (
        <AlertDialog
          title={t('price.takeBackTitle', { model })}
          description={t('price.takeBackText')}
          action={t('price.takeBack')}
          onConfirm={onTakeBack}
          trigger={
            <Button size="sm" writes look="quiet" aria-label={t('price.takeBackOf', { model })}>
              {t('price.takeBack')}
            </Button>
          }
        />
      )}
    </span>
  );
}
