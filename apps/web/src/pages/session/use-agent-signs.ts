import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { agentQueries } from '@/api/queries/lists';
import { signOf } from '@/ui/sign-of';

/** The signs that agents have in place of initials, by agent. Without an answer everybody has initials. */
export function useAgentSigns(): ReadonlyMap<string, string> {
  const { data } = useQuery(agentQueries.list());
  return useMemo(() => {
    const signs = (data ?? []).flatMap(({ agent_uuid: uuid, avatar }): [string, string][] => {
      const sign = signOf(avatar);
      return sign === null ? [] : [[uuid, sign]];
    });
    return new Map(signs);
  }, [data]);
}
