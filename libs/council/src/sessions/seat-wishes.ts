import type { AgentSnapshot, ExecuteRequest, GraphDefinition, Language, ModelName, ToolName } from '@council/contracts';
import {
  AgentProperties,
  EndProperties,
  forbiddenTools,
  incomingEdges,
  propertiesOf,
  type SeatWish,
} from '@council/council-core';
import type { Issue } from '@council/kernel';
import type { AgentEntity } from '../agents/agent.entity.js';

/** A seat before it is known who speaks for it. */
export interface SeatDraft extends SeatWish {
  readonly agent: AgentSnapshot | null;
  readonly fallbacks: readonly SeatDraft[];
}

interface SeatedAgent {
  readonly node_id: string;
  readonly property: 'agent_uuid' | 'fallback_agent_uuid';
  readonly agent_uuid: string;
  readonly tools: readonly ToolName[];
}

/** The agents that a graph seats, in the order of its nodes; who may have to stand in follows right behind. */
export function seatedAgents(graph: GraphDefinition): readonly SeatedAgent[] {
  return Object.values(graph.nodes)
    .filter((node) => node.type === 'agent')
    .flatMap((node): SeatedAgent[] => {
      const { agent_uuid, agent_id, fallback_agent_uuid, tools } = propertiesOf(AgentProperties, node);
      const { node_id } = node;
      const own: SeatedAgent = { node_id, property: 'agent_uuid', agent_uuid: agent_uuid ?? agent_id ?? '', tools };
      if (fallback_agent_uuid === undefined) return [own];
      return [own, { node_id, property: 'fallback_agent_uuid', agent_uuid: fallback_agent_uuid, tools }];
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
  const seats: SeatDraft[] = [];
  for (const seated of seatedAgents(graph)) {
    const { node_id, property, agent_uuid, tools } = seated;
    const agent = agents.get(agent_uuid);
    if (agent === undefined) {
      const path = `graph.nodes.${node_id}.properties.${property}`;
      issues.push({ path, code: 'SESSION.AGENT_UNKNOWN', message: `there is no agent ${agent_uuid}`, node_id });
      continue;
    }
    issues.push(...forbiddenTools(tools, agent.capabilities).map((tool) => switchedOff(seated, agent, tool)));
    const draft = draftSeat(node_id, agent, overrides[agent_uuid], language);
    const last = seats.at(-1);
    if (property === 'agent_uuid' || last?.node_id !== node_id) seats.push(draft);
    else seats[seats.length - 1] = { ...last, fallbacks: [draft] };
  }
  return { seats: [...seats, ...synthesisSeats(graph, seats)], issues };
}

export function draftSeat(
  node_id: string,
  agent: AgentEntity,
  override: ExecuteRequest['overrides'][string] | undefined,
  language: Language,
): SeatDraft {
  const snapshot = snapshotAgent(agent, override, language);
  const { provider, model } = snapshot.model_config;
  const isUnedited = agent.seed_key !== null && !agent.is_edited && override === undefined;
  return { node_id, name: snapshot.name, wanted: { provider, model }, isUnedited, agent: snapshot, fallbacks: [] };
}

const switchedOff = ({ node_id }: SeatedAgent, { name }: AgentEntity, tool: ToolName): Issue => ({
  path: `graph.nodes.${node_id}.properties.tools`,
  code: 'SESSION.TOOL_SWITCHED_OFF',
  message: `${name} may not use ${tool}: switch its web search on, or take the tool out of the node`,
  node_id,
});

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
    capabilities: agent.capabilities,
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
    const name = node.name === '' ? node.node_id : node.name;
    return [{ node_id: node.node_id, name, wanted, isUnedited, agent: null, fallbacks: [] }];
  });
}
