import type { Schemas } from '@/api/client';
import { layOut } from '@/templates/layers';

const NAMES = ['agent_uuid', 'agent_id', 'fallback_agent_uuid'];

/** The agents that a graph gives seats to, each once, as its edges lead to them: the order of its nodes says nothing. */
export function seatedIn(graph: Schemas['GraphDefinition']): readonly string[] {
  const reached = layOut(graph).nodes.map(({ id }) => id);
  const inOrder = [...new Set([...reached, ...Object.keys(graph.nodes)])];
  const named = inOrder.flatMap((id): unknown[] => {
    const properties = graph.nodes[id]?.properties;
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

/** Who sits where when this group is convened. */
export function seatsOf(
  graph: Schemas['GraphDefinition'] | null,
  group: Schemas['Group'] | null | undefined,
): Readonly<Record<string, string>> {
  return graph === null || group == null ? {} : seatGroup(seatedIn(graph), group.default_agent_uuids);
}
