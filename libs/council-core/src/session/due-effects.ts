import type { GraphNode, NewEvent, SessionCreated } from '@council/contracts';
import { sha256 } from '@council/kernel';
import { breadthFirst, incomingEdges } from '../graph/topology.js';
import { isTolerated } from '../nodes/agent.js';
import { DOCUMENT_PATH } from '../files/file-rules.js';
import { buildReport } from '../report/build-report.js';
import { renderReport } from '../report/render-report.js';
import type { Effect } from './effects.js';
import { finishEvents } from './finish.js';
import { turnEffects } from './turn-effects.js';
import { isSettled, isTerminal, nodeState, type SessionState } from './state.js';

/**
 * The one question the engine asks: given this state, what is due? Same state, same answer, always. When something only
 * has to be written down, that alone is returned: the caller appends it and asks again.
 */
export function dueEffects(state: SessionState): readonly Effect[] {
  const { created } = state;
  if (created === null || isTerminal(state.status)) return [];
  if (state.isStopRequested) return [append(stopEvents(state))];
  if (state.status === 'paused') return [];
  if (state.run === 0) return [append([{ event: 'execution:started', data: { run: 1 } }])];

  const order = breadthFirst(created.graph);
  const running = order.filter((id) => nodeState(state, id).status === 'running');
  const hasFailed = order.some((id) => nodeState(state, id).status === 'failed' && !isTolerated(created.graph, id));
  if (!hasFailed) {
    const opening = order.flatMap((id) => openNode(state, created, id));
    if (opening.length > 0) return [append(opening)];
  }
  const closing = running.flatMap((id) => closeNode(state, created, id));
  if (closing.length > 0) return [append(closing)];
  if (running.length === 0) return [append(finishEvents(state))];
  return running.flatMap((id) => turnEffects(state, created, id));
}

const append = (events: readonly NewEvent[]): Effect => ({ type: 'append', events });

const change = (nodeId: string, status: 'running' | 'completed' | 'skipped'): NewEvent => ({
  event: 'node_state_change',
  node_id: nodeId,
  data: { status },
});

/** The events that start a node whose incoming edges are all settled, or that skip it. */
function openNode(state: SessionState, created: SessionCreated, nodeId: string): NewEvent[] {
  const node = created.graph.nodes[nodeId];
  if (node === undefined || nodeState(state, nodeId).status !== 'pending') return [];
  const incoming = incomingEdges(created.graph).get(nodeId) ?? [];
  if (!incoming.every((from) => isSettled(nodeState(state, from).status))) return [];
  const delivered = incoming.filter((from) => nodeState(state, from).status === 'completed');
  const join: NewEvent[] =
    incoming.length < 2
      ? []
      : [
          {
            event: 'join:settled',
            node_id: nodeId,
            data: { delivered, missing: incoming.filter((id) => !delivered.includes(id)) },
          },
        ];
  if (incoming.length > 0 && delivered.length === 0) return [...join, change(nodeId, 'skipped')];
  return [...join, change(nodeId, 'running'), ...structuralEvents(created, node)];
}

/** Kinds that only structure the graph are done as soon as they begin. */
function structuralEvents(created: SessionCreated, node: GraphNode): NewEvent[] {
  if (node.type === 'start') {
    const written: NewEvent[] =
      created.document === null
        ? []
        : [
            {
              event: 'file:written',
              node_id: node.node_id,
              data: {
                path: DOCUMENT_PATH,
                version: 1,
                content: created.document,
                author: 'user',
                reason: 'input',
                base_version: null,
              },
            },
          ];
    return [...written, change(node.node_id, 'completed')];
  }
  if (node.type === 'parallel') {
    return [
      { event: 'node:parallel_start', node_id: node.node_id, data: { branches: node.next_ids } },
      change(node.node_id, 'completed'),
    ];
  }
  return [];
}

/**
 * An end node is done once its synthesis, where one is wanted, has been spoken or has failed: the report is a reading
 * of the log and can be made without a model.
 */
function closeNode(state: SessionState, created: SessionCreated, nodeId: string): NewEvent[] {
  const node = created.graph.nodes[nodeId];
  if (node?.type !== 'end') return [];
  const { turn, error } = nodeState(state, nodeId);
  if (wantsSynthesis(created, nodeId) && turn === null && error === null) return [];
  const markdown = renderReport(buildReport(state));
  return [
    { event: 'report:ready', node_id: nodeId, data: { sha256: sha256(markdown), characters: markdown.length } },
    change(nodeId, 'completed'),
  ];
}

const wantsSynthesis = (created: SessionCreated, nodeId: string): boolean =>
  created.seats.some((seat) => seat.node_id === nodeId);

function stopEvents(state: SessionState): NewEvent[] {
  const open = Object.keys(state.nodes).filter((id) => nodeState(state, id).status === 'running');
  return [
    ...open.map((id): NewEvent => ({
      event: 'node_state_change',
      node_id: id,
      data: { status: 'failed', error: { code: 'SESSION.STOPPED', message: 'the session was stopped' } },
    })),
    { event: 'execution:completed', data: { status: 'cancelled', outcome: null } },
  ];
}
