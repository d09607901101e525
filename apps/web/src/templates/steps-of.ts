import type { Schemas } from '@/api/client';
import { layOut } from './layers';

type Graph = Schemas['GraphDefinition'];

export interface Step {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  /** Agents, by their uuids. */
  readonly seats: readonly string[];
  /** Who speaks where no agent sits. */
  readonly model: { readonly provider: string; readonly model: string } | null;
  readonly next: readonly string[];
  /** The node that runs it, where no edge leads to it. */
  readonly within: string | null;
}

/** The nodes of a graph in the order in which they are drawn; then those that another node runs. */
export function stepsOf(graph: Graph): Step[] {
  const drawn = layOut(graph).nodes.map(({ id }) => id);
  const others = Object.keys(graph.nodes).filter((id) => !drawn.includes(id));
  return [...drawn, ...others].flatMap((id) => stepOf(graph, id));
}

function stepOf({ nodes }: Graph, id: string): Step[] {
  const node = nodes[id];
  if (node === undefined) return [];
  const { type: kind, name = '', next_ids: next, properties = {} } = node;
  const { agent_uuid: agent, agent_uuids: agents, provider, model } = properties ?? {};
  const owner = Object.values(nodes).find(({ properties: of }) =>
    (of?.['children'] as unknown[] | undefined)?.includes(id),
  );
  return [
    {
      id,
      kind,
      name,
      seats: [...new Set([agent, ...(Array.isArray(agents) ? (agents as unknown[]) : [])])].filter(
        (one) => typeof one === 'string',
      ),
      model: typeof provider === 'string' && typeof model === 'string' ? { provider, model } : null,
      next: next ?? [],
      within: owner?.node_id ?? null,
    },
  ];
}
