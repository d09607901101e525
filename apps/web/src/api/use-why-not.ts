import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { accessQueries } from '@/api/queries/access';

/**
 * For what a viewer may not do: why not, else null. Until it is known who looks nothing is closed; the server decides
 * anyway.
 */
export function useWhyNot(): string | null {
  const { t } = useTranslation();
  return useQuery(accessQueries.me()).data?.role === 'viewer' ? t('needsMember') : null;
}
