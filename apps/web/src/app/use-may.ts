import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { accessQueries } from '@/api/queries/access';

const RANKS = ['viewer', 'member', 'admin'];

interface May {
  readonly isAllowed: boolean;
  /** For a button that cannot be pressed: why not. Nothing where it can. */
  readonly why: { readonly disabled: true; readonly title: string } | undefined;
}

/** What the one who looks may do. Until it is known nothing is closed: the server decides anyway. */
export function useMay(needed: 'member' | 'admin'): May {
  const { t } = useTranslation();
  const role = useQuery(accessQueries.me()).data?.role ?? 'admin';
  if (RANKS.indexOf(role) >= RANKS.indexOf(needed)) return { isAllowed: true, why: undefined };
  return { isAllowed: false, why: { disabled: true, title: t(`needs.${needed}`) } };
}
