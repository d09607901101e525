import { notifyManager, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorState } from '@/ui/error-state';
import { ErrorBoundary } from './error-boundary';

/** Around each panel of a page: one that throws is replaced by what it says, and the others stay. */
export function PanelBoundary({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation('shell');
  const client = useQueryClient();
  return (
    <ErrorBoundary
      fallback={(error, retry) => (
        <ErrorState
          error={error}
          title={t('broken.panel')}
          text={t('broken.text')}
          // With what was read it would break again; what it reads by itself nobody watches while it is broken.
          // What is new reaches the panel a moment after it was read: drawn before, it breaks on what is old.
          onRetry={() =>
            void client.invalidateQueries({ refetchType: 'all' }).finally(() => notifyManager.schedule(retry))
          }
        />
      )}
    >
      {children}
    </ErrorBoundary>
  );
}
