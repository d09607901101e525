import type { Schemas } from '@/api/client';

interface Member {
  readonly uuid: string;
  readonly name: string;
}

/** Each member takes a position apart from the others; where they are several, they vote when all have spoken. */
export function membersGraph(name: string, members: readonly Member[], voteName: string): Schemas['GraphDefinition'] {
  const seats = members.map(({ uuid, name: seat }, at) => ({
    node_id: `member_${at + 1}`,
    type: 'agent',
    name: seat,
    next_ids: [members.length > 1 ? 'vote' : 'end'],
    properties: { agent_uuid: uuid },
  }));
  const vote = {
    node_id: 'vote',
    type: 'vote',
    name: voteName,
    next_ids: ['end'],
    properties: { agent_uuids: members.map(({ uuid }) => uuid) },
  };
  const start = { node_id: 'start', type: 'start', name: '', next_ids: seats.map(({ node_id }) => node_id) };
  const end = { node_id: 'end', type: 'end', name: '', next_ids: [] };
  const nodes = [start, ...seats, ...(members.length > 1 ? [vote] : []), end];
  return {
    workflow_uuid: '',
    name,
    description: '',
    start_node_id: 'start',
    nodes: Object.fromEntries(nodes.map((node) => [node.node_id, node])),
  };
}
