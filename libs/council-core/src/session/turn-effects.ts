import type { SeatSnapshot, SessionCreated, ToolName } from '@council/contracts';
import { AgentProperties, MAX_TOOL_TURNS } from '../nodes/agent.js';
import { EndProperties } from '../nodes/end.js';
import { propertiesOf } from '../nodes/node-kind.js';
import { stanceOf } from '../nodes/stance.js';
import type { ChatRequest } from '../ports/chat-model.js';
import { composeTurn } from '../prompts/compose-turn.js';
import { ALLOWANCE_SPENT, turnHistory } from '../prompts/turn-history.js';
import { grantedTools } from '../tools/granted-tools.js';
import { offeredTools } from '../tools/offered-tools.js';
import { TYPED } from './typed-turns.js';
import type { CallModelEffect, CallToolEffect, Effect } from './effects.js';
import { priorTurns } from './prior-turns.js';
import { type AskedTool, nodeState, type SessionState } from './state.js';
import { toolTurns, waitingCalls } from './turn-steps.js';

/** What a running node's turn waits for: tools that its model asked for, or the model itself. */
export function turnEffects(state: SessionState, created: SessionCreated, nodeId: string): readonly Effect[] {
  const waiting = waitingCalls(nodeState(state, nodeId).steps);
  return waiting.length > 0
    ? waiting.map((call) => callTool(state, created, nodeId, call))
    : [callModel(state, created, nodeId)];
}

/** The seat as it is taken now: by its own sitter, or by one of the fallbacks. */
function sittingAt(state: SessionState, created: SessionCreated, nodeId: string): SeatSnapshot {
  const seat = created.seats.find((candidate) => candidate.node_id === nodeId);
  if (seat === undefined) throw new Error(`node ${nodeId} has no seat in the snapshot`);
  const { sitter } = nodeState(state, nodeId);
  return sitter === 0 ? seat : { ...seat, ...seat.fallbacks?.[sitter - 1] };
}

const turnIdOf = (state: SessionState, nodeId: string): string => `${nodeId}#${state.run}`;

function callModel(state: SessionState, created: SessionCreated, nodeId: string): CallModelEffect {
  const seat = sittingAt(state, created, nodeId);
  const { attempts, steps, sitter } = nodeState(state, nodeId);
  return {
    type: 'call-model',
    key: `${turnIdOf(state, nodeId)}@${sitter}.${steps.length}`,
    nodeId,
    turnId: turnIdOf(state, nodeId),
    attempt: attempts + 1,
    stance: stanceOf(created.graph, nodeId),
    seat,
    isLastWord: isAllowanceSpent(state, created, nodeId),
    request: requestOf(state, created, nodeId, seat),
  };
}

function requestOf(
  state: SessionState,
  created: SessionCreated,
  nodeId: string,
  seat: SeatSnapshot,
): Omit<ChatRequest, 'signal'> {
  const { language, seed, graph } = created;
  const node = graph.nodes[nodeId];
  const end = node?.type === 'end' ? propertiesOf(EndProperties, node) : null;
  const request = composeTurn({
    created,
    seat,
    stance: stanceOf(graph, nodeId),
    document: state.document,
    prior: priorTurns(state, nodeId),
    systemPrompt: end?.system_prompt ?? end?.summary_prompt,
  });
  const { steps } = nodeState(state, nodeId);
  const messages = [...request.messages, ...turnHistory(steps, language, seed)];
  const typed = TYPED[stanceOf(graph, nodeId)];
  const isAskedAsData = typed?.isWhole === true || steps.at(-1)?.kind === 'rejected';
  if (typed !== undefined && isAskedAsData) return { ...request, messages, output: typed.form };
  const tools = offeredTools(grantedTools(node, seat));
  if (tools.length === 0) return { ...request, messages };
  if (!isAllowanceSpent(state, created, nodeId)) return { ...request, messages, tools };
  const lastWord = { role: 'user', content: ALLOWANCE_SPENT[language] } as const;
  return { ...request, messages: [...messages, lastWord], tools, toolChoice: 'none' };
}

function isAllowanceSpent(state: SessionState, { graph }: SessionCreated, nodeId: string): boolean {
  const node = graph.nodes[nodeId];
  if (node?.type !== 'agent') return false;
  const { max_tool_turns: max = MAX_TOOL_TURNS } = propertiesOf(AgentProperties, node);
  return toolTurns(nodeState(state, nodeId).steps) >= max;
}

function callTool(state: SessionState, created: SessionCreated, nodeId: string, call: AskedTool): CallToolEffect {
  const seat = sittingAt(state, created, nodeId);
  const { steps, sitter } = nodeState(state, nodeId);
  const { id, name, input } = call;
  return {
    type: 'call-tool',
    key: `${turnIdOf(state, nodeId)}@${sitter}.${steps.length}:${id}`,
    nodeId,
    turnId: turnIdOf(state, nodeId),
    seat,
    call: { id, name, input },
    tool: grantedTools(created.graph.nodes[nodeId], seat).find((tool): tool is ToolName => tool === name) ?? null,
    context: {
      language: created.language,
      document: state.document?.content ?? null,
      searchProvider: seat.agent?.capabilities?.search_provider ?? '',
    },
  };
}
