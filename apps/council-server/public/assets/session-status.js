import { byId, h } from './dom.js';
import { walk } from './session-state.js';
import { hasWord, say, sayIn, word } from './words.js';

/** The line that is also read aloud: it changes only when something has really happened. */
export function paintStatus({ status, outcome, nodes, created, error }) {
  const names = created.seats.filter(({ node_id }) => nodes[node_id]?.status === 'running').map(({ name }) => name);
  const ended = outcome === 'degraded' ? 'status.degraded' : `status.${status}`;
  const key = status === 'running' && names.length > 0 ? 'status.speaking' : ended;
  const line = byId('session-status');
  line.dataset.state = status;
  const parameters = { names, error };
  if (line.dataset.word !== key || line.textContent !== word(key, parameters)) sayIn(line, key, parameters);
}

/** The way through the graph, node by node. */
export function paintSteps({ created, nodes }) {
  const seats = new Map(created.seats.map(({ node_id, name }) => [node_id, name]));
  const steps = walk(created.graph).map(({ id, node }) => {
    const { status } = nodes[id] ?? { status: 'pending' };
    const name = seats.get(id) ?? (hasWord(`kind.${node.type}`) ? null : node.name || id);
    const label = name === null ? say(`kind.${node.type}`) : h('span', {}, name);
    return h('li', { 'data-state': status }, label, h('span', { class: 'for-ears' }, ' ', say(`seat.${status}`)));
  });
  byId('steps').replaceChildren(...steps);
}

export function paintUsage({ tokens, costUsd, isEstimated }) {
  const line = sayIn(byId('usage'), 'usage', { tokens, costUsd, isEstimated });
  line.hidden = tokens === 0;
}
