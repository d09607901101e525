import { useTranslation } from 'react-i18next';
import { RequestProblem } from '@/api/request-problem';
import { Panel } from '@/app/panel';
import { Button } from '@/ui/button';
import { EmptyState } from '@/ui/empty-state';
import { ErrorState } from '@/ui/error-state';
import { SkeletonList } from '@/ui/skeleton';

const PROBLEM = new RequestProblem({
  status: 422,
  code: 'REQUEST.INVALID',
  message: 'the request breaks 1 rule',
  issues: [{ path: 'budget.usd', code: 'too_small', message: 'Too small: expected number to be >0' }],
  requestId: '8d2e8a3c',
});

export function StatesShown() {
  const { t } = useTranslation('components');
  return (
    <Panel title={t('states.title')}>
      <div className="grid items-start gap-6 lg:grid-cols-3">
        <EmptyState title={t('states.empty')} action={<Button look="primary">{t('buttons.primary')}</Button>}>
          {t('states.emptyText')}
        </EmptyState>
        <ErrorState error={PROBLEM} title={t('states.refused')} onRetry={() => undefined} />
        <div data-shown>
          <SkeletonList />
        </div>
      </div>
    </Panel>
  );
}
