import { QueryErrorResetBoundary } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorState } from '@/ui/error-state';
import { ErrorBoundary } from './error-boundary';

/** Around each panel of a page: one that throws is replaced by what it says, and the others stay. */
export function PanelBoundary({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation('shell');
  return (
    <QueryErrorResetBoundary>
      {({ reset }) => (
        <ErrorBoundary
          fallback={(error, retry) => (
            <ErrorState
              error={error}
              title={t('broken.panel')}
              onRetry={() => {
                reset();
                retry();
              }}
            />
          )}
        >
          {children}
        </ErrorBoundary>
      )}
    </QueryErrorResetBoundary>
  );
}
