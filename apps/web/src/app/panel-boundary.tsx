import { QueryErrorResetBoundary } from '@tanstack/react-query';
import { Component, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorState } from '@/ui/error-state';

interface Props {
  readonly title: string;
  readonly onRetry: () => void;
  readonly children: ReactNode;
}

interface State {
  readonly error: Error | null;
}

class Boundary extends Component<Props, State> {
  override state: State = { error: null };

  static getDerivedStateFromError(error: unknown): State {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  override render(): ReactNode {
    const { title, onRetry, children } = this.props;
    if (this.state.error === null) return children;
    const retry = (): void => {
      onRetry();
      this.setState({ error: null });
    };
    return <ErrorState error={this.state.error} title={title} onRetry={retry} />;
  }
}

/** Around each panel of a page: one that throws is replaced by what it says, and the others stay. */
export function PanelBoundary({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation('shell');
  return (
    <QueryErrorResetBoundary>
      {({ reset }) => (
        <Boundary title={t('broken.panel')} onRetry={reset}>
          {children}
        </Boundary>
      )}
    </QueryErrorResetBoundary>
  );
}
