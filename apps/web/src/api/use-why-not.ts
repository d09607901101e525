import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { accessQueries } from '@/api/queries/access';

/**
 * For what a viewer, or whoever is no admin, may not do: why not, else null. Until it is known who looks nothing is
 * closed; the server decides anyway.
 */
export function useWhyNot(need: 'member' | 'admin'): string | null {
  const { t } = useTranslation();
  const role = useQuery(accessQueries.me()).data?.role ?? null;
  if (role === null || role === 'admin' || role === need) return null;
  return t(need === 'admin' ? 'needsAdmin' : 'needsMember');
}

/** For what belongs to a group; the empty string: to whoever started it. */
export function useGroupWhyNot(groupUuid: string, deed: 'act' | 'own'): string | null {
  const { t } = useTranslation();
  const noRole = useWhyNot('member');
  const me = useQuery(accessQueries.me()).data;
  if (noRole !== null || groupUuid === '' || me === undefined || me.role !== 'member') return noRole;
  const level = me.groups.find((group) => group.group_uuid === groupUuid)?.level;
  if (level === 'owner' || (level === 'member' && deed === 'act')) return null;
  return t(deed === 'own' ? 'needsOwner' : 'needsGroupMember');
}
