import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Panel } from '@/app/panel';
import { FileButton } from '@/ui/file-button';
import { FileDrop } from '@/ui/file-drop';
import { Prose } from '@/ui/prose';
import { SearchField } from '@/ui/search-field';
import { toast } from '@/ui/toast';

export function TextsShown() {
  const { t } = useTranslation('components');
  const [search, setSearch] = useState('');
  const take = ({ name }: File): void => toast(t('texts.taken', { name }));
  return (
    <>
      <Panel title={t('texts.title')}>
        <SearchField label={t('texts.searchAll')} value={search} onChange={setSearch} />
        <div className="flex flex-wrap items-center gap-4">
          <FileButton label={t('texts.file')} accept="*" onFiles={([file]) => file !== undefined && take(file)} />
          <p className="text-sm text-soft">{t('texts.drop')}</p>
        </div>
        <FileDrop label={t('texts.dropHere')} onFile={take} />
      </Panel>
      <Panel title={t('texts.markdownTitle')}>
        <Prose from={4} text={t('texts.markdown')} />
      </Panel>
    </>
  );
}
