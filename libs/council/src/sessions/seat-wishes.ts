import type { AgentSnapshot, ExecuteRequest, GraphDefinition, Language, ModelName } from '@council/contracts';
import { AgentProperties, EndProperties, incomingEdges, propertiesOf, type SeatWish } from '@council/council-core';
import type { Issue } from '@council/kernel';
import type { AgentEntity } from '../agents/agent.entity.js';

/** A seat before it is known who speaks for it. */
export interface SeatDraft extends SeatWish {
  readonly agent: AgentSnapshot | null;
}

/** The agents that a graph seats, in the order of its nodes. */
export function seatedAgents(
  graph: GraphDefinition,
): readonly { readonly node_id: string; readonly agent_uuid: string }[] {
  return Object.values(graph.nodes)
    .filter((node) => node.type === 'agent')
    .map((node) => {
      const { agent_uuid, agent_id } = propertiesOf(AgentProperties, node);
      return { node_id: node.node_id, agent_uuid: agent_uuid ?? agent_id ?? '' };
    });
}

/** Who wants to speak, with overrides applied and the persona in the session's language. */
export function draftSeats(
  graph: GraphDefinition,
  agents: ReadonlyMap<string, AgentEntity>,
  overrides: ExecuteRequest['overrides'],
  language: Language,
): { readonly seats: readonly SeatDraft[]; readonly issues: readonly Issue[] } {
  const issues: Issue[] = [];
  const seats = seatedAgents(graph).flatMap(({ node_id, agent_uuid }): SeatDraft[] => {
    const agent = agents.get(agent_uuid);
    if (agent === undefined) {
      const path = `graph.nodes.${node_id}.properties.agent_uuid`;
      issues.push({ path, code: 'SESSION.AGENT_UNKNOWN', message: `there is no agent ${agent_uuid}`, node_id });
      return [];
    }
    const snapshot = snapshotAgent(agent, overrides[agent_uuid], language);
    const { provider, model } = snapshot.model_config;
    const isUnedited = agent.seed_key !== null && !agent.is_edited && overrides[agent_uuid] === undefined;
    return [{ node_id, name: snapshot.name, wanted: { provider, model }, isUnedited, agent: snapshot }];
  });
  return { seats: [...seats, ...synthesisSeats(graph, seats)], issues };
}

function snapshotAgent(
  agent: AgentEntity,
  override: ExecuteRequest['overrides'][string] | undefined,
  language: Language,
): AgentSnapshot {
  const translation = agent.is_edited ? undefined : agent.translations?.[language];
  return {
    agent_uuid: agent.agent_uuid,
    name: translation?.name ?? agent.name,
    persona_prompt: translation?.persona_prompt ?? agent.persona_prompt,
    model_config: { ...agent.model_config, ...override },
  };
}

/** An end node that names a model or a prompt speaks too: by its own model, else by that of the seat before it. */
function synthesisSeats(graph: GraphDefinition, seats: readonly SeatDraft[]): readonly SeatDraft[] {
  return Object.values(graph.nodes).flatMap((node): SeatDraft[] => {
    if (node.type !== 'end') return [];
    const { model, provider, system_prompt, summary_prompt } = propertiesOf(EndProperties, node);
    if (model === undefined && system_prompt === undefined && summary_prompt === undefined) return [];
    const before = incomingEdges(graph).get(node.node_id) ?? [];
    const feeder = seats.find((seat) => before.includes(seat.node_id)) ?? seats[0];
    const wanted: ModelName = {
      provider: provider ?? feeder?.wanted.provider ?? '',
      model: model ?? feeder?.wanted.model ?? '',
    };
    const isUnedited = model === undefined && provider === undefined && feeder?.isUnedited === true;
    return [
      { node_id: node.node_id, name: node.name === '' ? node.node_id : node.name, wanted, isUnedited, agent: null },
    ];
  });
}
