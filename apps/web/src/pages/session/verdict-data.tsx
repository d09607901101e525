import { isValidElement, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** The block with which a judge ends, as the house rules have it: the card of the verdict says the same in words. */
export function isVerdictData(code: ReactNode): boolean {
  if (!isValidElement<{ children?: ReactNode }>(code)) return false;
  const { children } = code.props;
  return typeof children === 'string' && /^\s*\{[^]*"strategic_alignment"/.test(children);
}

/** Folded: it is for programs. */
export function VerdictData({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation('session');
  return (
    <details className="text-sm">
      <summary className="cursor-pointer py-1 text-soft">{t('verdict.data')}</summary>
      <pre tabIndex={0}>{children}</pre>
    </details>
  );
}
