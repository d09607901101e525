import type { GraphDefinition, GraphNode, ModelName } from '@council/contracts';
import { incomingEdges, type SeatPlan } from '@council/council-core';
import type { Issue } from '@council/kernel';

/** What does not stand against a start and is likely not meant. */
export function graphWarnings(graph: GraphDefinition, plan: SeatPlan): readonly Issue[] {
  return [...seatWarnings(plan), ...evenPanels(graph)];
}

/** Models of one family err alike: a council of one model is one opinion several times. */
function seatWarnings(plan: SeatPlan): readonly Issue[] {
  if (!plan.ok) {
    return plan.missing.map(({ node_id, name, message }) => ({
      path: `nodes.${node_id}`,
      code: 'GRAPH.SEAT_WITHOUT_MODEL',
      message: `${name}: ${message}`,
      node_id,
    }));
  }
  const nameOf = ({ provider, model }: ModelName): string => `${provider}/${model}`;
  const models = new Set(plan.seats.map(({ used }) => nameOf(used)));
  const [only] = models;
  if (plan.engine.kind !== 'model' || plan.seats.length < 2 || models.size > 1 || only === undefined) return [];
  const message = `${only} would speak for all seats: different models find more than one model asked several times`;
  return [{ path: 'nodes', code: 'GRAPH.ONE_MODEL', message }];
}

/** An even number of voters can be of two minds, and a tie does not pass. */
function evenPanels(graph: GraphDefinition): readonly Issue[] {
  const incoming = incomingEdges(graph);
  return Object.values(graph.nodes)
    .filter((node) => node.type === 'vote' && node.properties['scale'] !== 'score')
    .flatMap((node) => {
      const count = votersOf(graph, node, incoming.get(node.node_id) ?? []);
      if (count === 0 || count % 2 === 1) return [];
      const message = `${count} voters can be of two minds, and a tie does not pass: seat an odd number`;
      return [{ path: `nodes.${node.node_id}`, code: 'GRAPH.EVEN_PANEL', message, node_id: node.node_id }];
    });
}

function votersOf(graph: GraphDefinition, { properties }: GraphNode, feeders: readonly string[]): number {
  const named = properties['agent_uuids'];
  if (Array.isArray(named)) return named.length;
  return feeders.filter((id) => graph.nodes[id]?.type === 'agent').length;
}
