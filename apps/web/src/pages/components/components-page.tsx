import { useTranslation } from 'react-i18next';
import { PageFrame } from '@/app/page-frame';
import { ButtonsShown } from './buttons-shown';
import { FieldsShown } from './fields-shown';
import { FloatsShown } from './floats-shown';
import { FormShown } from './form-shown';
import { ListsShown } from './lists-shown';
import { LooksShown } from './looks-shown';
import { MarksShown } from './marks-shown';
import { StatesShown } from './states-shown';
import { TextsShown } from './texts-shown';

/** All components in all their states: where their looks are judged, and where axe and the screenshots find them. */
export function ComponentsPage() {
  const { t } = useTranslation('components');
  return (
    <PageFrame title={t('title')} lead={t('lead')}>
      <LooksShown />
      <ButtonsShown />
      <FieldsShown />
      <FormShown />
      <FloatsShown />
      <StatesShown />
      <MarksShown />
      <ListsShown />
      <TextsShown />
    </PageFrame>
  );
}
