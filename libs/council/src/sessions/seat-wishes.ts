import type {
  AgentSnapshot,
  ExecuteRequest,
  GraphDefinition,
  Language,
  ModelName,
  SeatSnapshot,
  ToolName,
} from '@council/contracts';
import {
  EndProperties,
  feedersOf,
  forbiddenTools,
  LlmProperties,
  propertiesOf,
  type SeatWish,
} from '@council/council-core';
import type { Issue } from '@council/kernel';
import type { AgentEntity } from '../agents/agent.entity.js';
import { type SeatedAgent, seatedAgents } from './seated-agents.js';

/** A seat before it is known who speaks for it. */
export interface SeatDraft extends SeatWish {
  readonly seat_id?: string;
  /** How it speaks, where no agent says it. */
  readonly manner?: SeatSnapshot['manner'];
  readonly agent: AgentSnapshot | null;
  readonly fallbacks: readonly SeatDraft[];
}

/** Who wants to speak, with overrides applied and the persona in the session's language. */
export function draftSeats(
  graph: GraphDefinition,
  agents: ReadonlyMap<string, AgentEntity>,
  overrides: ExecuteRequest['overrides'],
  language: Language,
  hasEvidence: boolean,
): { readonly seats: readonly SeatDraft[]; readonly issues: readonly Issue[] } {
  const issues: Issue[] = [];
  const seats: SeatDraft[] = [];
  for (const seated of seatedAgents(graph, hasEvidence)) {
    const { node_id, seat_id, property, agent_uuid, tools, isFallback } = seated;
    const agent = agents.get(agent_uuid);
    if (agent === undefined) {
      const path = `graph.nodes.${node_id}.properties.${property}`;
      issues.push({ path, code: 'SESSION.AGENT_UNKNOWN', message: `there is no agent ${agent_uuid}`, node_id });
      continue;
    }
    issues.push(...forbiddenTools(tools, agent.capabilities).map((tool) => switchedOff(seated, agent, tool)));
    const draft = {
      ...draftSeat(node_id, agent, overrides[agent_uuid], language),
      ...(seat_id === undefined ? {} : { seat_id }),
    };
    const last = seats.at(-1);
    if (!isFallback || last?.node_id !== node_id) seats.push(draft);
    else seats[seats.length - 1] = { ...last, fallbacks: [draft] };
  }
  return { seats: [...seats, ...llmSeats(graph, seats), ...synthesisSeats(graph, seats)], issues };
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

/** A node that speaks without an agent: by the model it names, else by that of a seat that leads to it, or of any. */
function llmSeats(graph: GraphDefinition, seats: readonly SeatDraft[]): readonly SeatDraft[] {
  return Object.values(graph.nodes).flatMap((node): SeatDraft[] => {
    if (node.type !== 'llm') return [];
    const { provider, model, temperature, max_tokens } = propertiesOf(LlmProperties, node);
    const before = feedersOf(graph, node.node_id);
    const feeder = seats.find((seat) => before.includes(seat.node_id)) ?? seats[0];
    const wanted: ModelName = {
      provider: provider ?? feeder?.wanted.provider ?? DEFAULT_MODEL.provider,
      model: model ?? feeder?.wanted.model ?? DEFAULT_MODEL.model,
    };
    const isUnedited = model === undefined && provider === undefined && (feeder?.isUnedited ?? true);
    const name = node.name === '' ? node.node_id : node.name;
    const manner = {
      ...(temperature === undefined ? {} : { temperature }),
      ...(max_tokens === undefined ? {} : { max_tokens }),
    };
    return [{ node_id: node.node_id, name, wanted, isUnedited, agent: null, manner, fallbacks: [] }];
  });
}

/** What the environment calls its default (`LLM_PROVIDER`, `LLM_MODEL`). */
const DEFAULT_MODEL: ModelName = { provider: 'default', model: '' };

/** An end node that names a model or a prompt speaks too: by its own model, else by that of the seat before it. */
function synthesisSeats(graph: GraphDefinition, seats: readonly SeatDraft[]): readonly SeatDraft[] {
  return Object.values(graph.nodes).flatMap((node): SeatDraft[] => {
    if (node.type !== 'end') return [];
    const { model, provider, system_prompt, summary_prompt } = propertiesOf(EndProperties, node);
    if (model === undefined && system_prompt === undefined && summary_prompt === undefined) return [];
    const before = feedersOf(graph, node.node_id);
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
