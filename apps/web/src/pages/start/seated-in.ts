import type { Schemas } from '@/api/client';

const NAMES = ['agent_uuid', 'agent_id', 'fallback_agent_uuid'];

/** The agents that a graph gives seats to, each once, in the order of its nodes. */
export function seatedIn({ nodes }: Schemas['GraphDefinition']): readonly string[] {
  const named = Object.values(nodes).flatMap(({ properties }): unknown[] => {
    const several: unknown = properties?.['agent_uuids'];
    const one = NAMES.map((name): unknown => properties?.[name]);
    return Array.isArray(several) ? one.concat(several) : one;
  });
  return [...new Set(named.filter((uuid): uuid is string => typeof uuid === 'string'))];
}

/**
 * A group's members take the seats of those who are not in the group, in order. Who has a seat anyway keeps it; where
 * the group is smaller than the council, the rest stays.
 */
export function seatGroup(seated: readonly string[], group: readonly string[]): Readonly<Record<string, string>> {
  const free = group.filter((member) => !seated.includes(member));
  const strangers = seated.filter((agent) => !group.includes(agent));
  return Object.fromEntries(
    strangers.flatMap((agent, at) => {
      const member = free[at];
      return member === undefined ? [] : [[agent, member]];
    }),
  );
}
