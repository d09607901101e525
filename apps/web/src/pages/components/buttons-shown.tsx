import { Copy } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Panel } from '@/app/panel';
import { Button } from '@/ui/button';
import { IconButton } from '@/ui/icon-button';

export function ButtonsShown() {
  const { t } = useTranslation('components');
  return (
    <Panel title={t('buttons.title')}>
      <div className="flex flex-wrap items-center gap-3">
        <Button look="primary">{t('buttons.primary')}</Button>
        <Button>{t('buttons.secondary')}</Button>
        <Button look="quiet">{t('buttons.quiet')}</Button>
        <Button look="danger">{t('buttons.danger')}</Button>
        <Button size="sm">{t('buttons.small')}</Button>
        <Button look="primary" isBusy>
          {t('buttons.busy')}
        </Button>
        <Button disabled>{t('buttons.disabled')}</Button>
        <IconButton icon={Copy} label={t('buttons.icon')} />
        <IconButton icon={Copy} label={t('buttons.icon')} size="sm" />
        <Link to="/" className="link">
          {t('buttons.link')}
        </Link>
      </div>
    </Panel>
  );
}
