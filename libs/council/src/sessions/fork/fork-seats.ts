import type { ForkRequest, GraphDefinition, Language, SeatSnapshot, SessionCreated } from '@council/contracts';
import { AgentProperties, forbiddenTools, propertiesOf, seatIdOf, stanceOf } from '@council/council-core';
import type { Issue } from '@council/kernel';
import type { AgentEntity } from '../../agents/agent.entity.js';
import { draftSeat, type SeatDraft } from '../seat-wishes.js';

export interface ForkedSeats {
  readonly graph: GraphDefinition;
  readonly drafts: readonly SeatDraft[];
  /** The seats in which somebody or something else speaks. */
  readonly changed: ReadonlySet<string>;
  readonly issues: readonly Issue[];
}

type Sitting = Omit<SeatSnapshot, 'fallbacks'>;

/** The seats of a session as they were when it began, with the changes that a fork asks for. */
export function forkSeats(
  created: SessionCreated,
  request: ForkRequest,
  agents: ReadonlyMap<string, AgentEntity>,
): ForkedSeats {
  const graph = Object.keys(request.agents).reduce(
    (before, id) => reseat(before, id, request.agents[id]),
    created.graph,
  );
  const drafts = created.seats.map((seat): SeatDraft => {
    const other = agents.get(request.agents[seat.node_id] ?? '');
    const own =
      other === undefined ? redraft(seat, request) : draftOther(seat.node_id, other, request, created.language);
    return { ...own, fallbacks: declaredFallbacks(graph, seat).map((sitter) => redraft(sitter, request)) };
  });
  const changed = drafts.filter((draft) => isChanged(draft, request)).map(seatIdOf);
  return { graph, drafts, changed: new Set(changed), issues: issuesOf(created, request, agents, drafts) };
}

/** Another agent takes the node, and with it the part that it plays: a judge's successor judges. */
function reseat(graph: GraphDefinition, nodeId: string, agentUuid: string | undefined): GraphDefinition {
  const node = graph.nodes[nodeId];
  if (node?.type !== 'agent' || agentUuid === undefined) return graph;
  const { agent_id: _older, ...properties } = node.properties;
  const says = properties['role'] !== undefined || properties['output_format'] !== undefined;
  const part = says ? {} : { role: stanceOf(graph, nodeId) };
  const reseated = { ...node, properties: { ...properties, ...part, agent_uuid: agentUuid } };
  return { ...graph, nodes: { ...graph.nodes, [nodeId]: reseated } };
}

/** What somebody has moved to a default before may be moved again; what spoke by its own model is bound to it. */
function redraft(sitting: Sitting, { overrides, prompts }: ForkRequest): SeatDraft {
  const { node_id, seat_id, agent, name, wanted, used, manner } = sitting;
  const override = agent === null ? undefined : overrides[agent.agent_uuid];
  const wasMoved = used.provider !== wanted.provider || used.model !== wanted.model;
  return {
    node_id,
    ...(seat_id === undefined ? {} : { seat_id }),
    ...(manner === undefined ? {} : { manner }),
    name,
    wanted: override === undefined ? wanted : { provider: override.provider, model: override.model },
    isUnedited: wasMoved && override === undefined,
    agent:
      agent === null
        ? null
        : {
            ...agent,
            persona_prompt: prompts[agent.agent_uuid] ?? agent.persona_prompt,
            model_config: { ...agent.model_config, ...override },
          },
    fallbacks: [],
  };
}

function draftOther(
  nodeId: string,
  agent: AgentEntity,
  { overrides, prompts }: ForkRequest,
  language: Language,
): SeatDraft {
  const draft = draftSeat(nodeId, agent, overrides[agent.agent_uuid], language);
  const prompt = prompts[agent.agent_uuid];
  if (prompt === undefined || draft.agent === null) return draft;
  return { ...draft, agent: { ...draft.agent, persona_prompt: prompt } };
}

/** A deputy that nobody declared is found anew (`assignSeats`): the models may be others now. */
function declaredFallbacks(graph: GraphDefinition, { node_id, fallbacks = [] }: SeatSnapshot): readonly Sitting[] {
  return graph.nodes[node_id]?.properties['fallback_agent_uuid'] === undefined ? [] : fallbacks;
}

function isChanged({ node_id, agent }: SeatDraft, { agents, overrides, prompts }: ForkRequest): boolean {
  if (Object.hasOwn(agents, node_id)) return true;
  return agent !== null && (Object.hasOwn(overrides, agent.agent_uuid) || Object.hasOwn(prompts, agent.agent_uuid));
}

function issuesOf(
  created: SessionCreated,
  request: ForkRequest,
  agents: ReadonlyMap<string, AgentEntity>,
  drafts: readonly SeatDraft[],
): readonly Issue[] {
  const seated = new Set(drafts.flatMap((draft) => [draft, ...draft.fallbacks]).map(({ agent }) => agent?.agent_uuid));
  const unseated = (field: 'overrides' | 'prompts'): Issue[] =>
    Object.keys(request[field])
      .filter((agent) => !seated.has(agent))
      .map((agent) => ({
        path: `${field}.${agent}`,
        code: 'SESSION.OVERRIDE_UNSEATED',
        message: `agent ${agent} has no seat in this session`,
      }));
  const wrong = Object.entries(request.agents).flatMap(([id, agent]) =>
    seatIssues(created, id, agents.get(agent), agent),
  );
  return [...wrong, ...unseated('overrides'), ...unseated('prompts')];
}

function seatIssues(
  { graph, seats }: SessionCreated,
  nodeId: string,
  agent: AgentEntity | undefined,
  agentUuid: string,
): Issue[] {
  const at = { path: `agents.${nodeId}`, node_id: nodeId };
  const node = graph.nodes[nodeId];
  if (node?.type !== 'agent' || seats.every((seat) => seat.node_id !== nodeId)) {
    return [{ ...at, code: 'FORK.NOT_A_SEAT', message: `${nodeId} is no seat that an agent can take` }];
  }
  if (agent === undefined) {
    return [{ ...at, code: 'SESSION.AGENT_UNKNOWN', message: `there is no agent ${agentUuid}` }];
  }
  const { tools } = propertiesOf(AgentProperties, node);
  return forbiddenTools(tools, agent.capabilities).map((tool) => ({
    ...at,
    code: 'SESSION.TOOL_SWITCHED_OFF',
    message: `${agent.name} may not use ${tool}: switch its web search on, or take another agent`,
  }));
}
