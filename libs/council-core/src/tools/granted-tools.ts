import type { GraphNode, SeatSnapshot, ToolName } from '@council/contracts';
import { AgentProperties } from '../nodes/agent-properties.js';
import { propertiesOf } from '../nodes/node-kind.js';

/** Tools that reach beyond the session: the node grants them, and the agent's own switch must be on as well. */
const NEEDS_WEB_SEARCH: ReadonlySet<ToolName> = new Set(['web_search', 'fetch_page']);

/** Of the tools that a node names, those that its agent's switches forbid. */
export function forbiddenTools(
  names: readonly ToolName[],
  capabilities: SeatCapabilities | undefined,
): readonly ToolName[] {
  return capabilities?.web_search === true ? [] : names.filter((name) => NEEDS_WEB_SEARCH.has(name));
}

type SeatCapabilities = NonNullable<NonNullable<SeatSnapshot['agent']>['capabilities']>;

/** What a seat may call: a right of node and agent together, read from the snapshot and never from what a model says. */
export function grantedTools(node: GraphNode | undefined, seat: SeatSnapshot): readonly ToolName[] {
  if (node?.type !== 'agent') return [];
  const { tools } = propertiesOf(AgentProperties, node);
  const forbidden = forbiddenTools(tools, seat.agent?.capabilities);
  return tools.filter((name) => !forbidden.includes(name));
}
