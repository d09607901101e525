import { useTranslation } from 'react-i18next';
import { PageTitle } from '@/app/page-title';
import { ButtonsShown } from './buttons-shown';
import { FieldsShown } from './fields-shown';
import { FloatsShown } from './floats-shown';
import { FormShown } from './form-shown';
import { ListsShown } from './lists-shown';
import { LooksShown } from './looks-shown';
import { MarksShown } from './marks-shown';
import { StatesShown } from './states-shown';

/** All components in all their states: where their looks are judged, and where axe and the screenshots find them. */
export function ComponentsPage() {
  const { t } = useTranslation('components');
  return (
    <div className="grid gap-10">
      <PageTitle>{t('title')}</PageTitle>
      <div className="grid gap-2 border-b border-line pb-6">
        <h1 className="font-serif text-3xl font-semibold">{t('title')}</h1>
        <p className="font-serif text-lg text-soft">{t('lead')}</p>
      </div>
      <LooksShown />
      <ButtonsShown />
      <FieldsShown />
      <FormShown />
      <FloatsShown />
      <StatesShown />
      <MarksShown />
      <ListsShown />
    </div>
  );
}
