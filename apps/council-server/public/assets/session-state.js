/**
 * What the page knows of a session: a fold over its log. The log read over HTTP and the frames of the socket carry the
 * same events, so that a reload, a reconnection and a live view all end in the same state.
 */
export function newSessionState() {
  return {
    seq: 0,
    created: null,
    status: 'pending',
    outcome: null,
    error: null,
    nodes: {},
    turns: {},
    usage: { tokens: 0, costUsd: 0, isEstimated: false },
    verdict: null,
    hasEnded: false,
  };
}

/** Takes in one durable event; what was seen before changes nothing. */
export function applyEvent(state, { event, seq, node_id: nodeId, data }) {
  if (seq <= state.seq) return;
  state.seq = seq;
  switch (event) {
    case 'session:created':
      state.created = data;
      for (const id of Object.keys(data.graph.nodes)) state.nodes[id] = { status: 'pending', error: null };
      break;
    case 'execution:started':
    case 'execution:resumed':
      state.status = 'running';
      break;
    case 'execution:paused':
      state.status = 'paused';
      break;
    case 'node_state_change':
      state.nodes[nodeId] = { status: data.status, error: data.error ?? null };
      break;
    case 'model_call:failed':
      turnOf(state, nodeId).trouble = { ...data.error, retryInMs: data.retry_in_ms };
      break;
    case 'message:completed':
      state.turns[nodeId] = { ...newTurn(data.attempt), text: data.content, references: data.references, isDone: true };
      break;
    case 'token_usage':
      state.usage = {
        tokens: data.cumulative_session_tokens,
        costUsd: data.cumulative_session_cost_usd,
        isEstimated: state.usage.isEstimated || data.is_estimated,
      };
      break;
    case 'verdict:recorded':
      state.verdict = data;
      break;
    case 'execution:error':
      state.error = { code: data.code, error: data.error };
      break;
    case 'execution:completed':
      Object.assign(state, { status: data.status, outcome: data.outcome, hasEnded: true });
      break;
  }
}

/**
 * Takes in a piece of text that is being spoken. A higher attempt discards the lower; a finished turn takes nothing
 * more. False when pieces are missing before this one: the text so far must be asked for again.
 */
export function applyDelta(state, { node_id: nodeId, attempt, offset, chunk, is_thinking: isThinking }) {
  const known = turnOf(state, nodeId);
  if (known.isDone || attempt < known.attempt) return true;
  if (attempt > known.attempt) state.turns[nodeId] = newTurn(attempt);
  const turn = state.turns[nodeId];
  turn.trouble = null;
  const field = isThinking ? 'thinking' : 'text';
  if (offset > turn[field].length) return false;
  turn[field] = turn[field].slice(0, offset) + chunk;
  turn.version += 1;
  return true;
}

const newTurn = (attempt) => ({
  attempt,
  text: '',
  thinking: '',
  references: [],
  isDone: false,
  trouble: null,
  version: 0,
});

function turnOf(state, nodeId) {
  state.turns[nodeId] ??= newTurn(0);
  return state.turns[nodeId];
}

/** Node ids as a walk from the start meets them, each with its distance: seats of one distance sit side by side. */
export function walk(graph) {
  const depths = new Map([[graph.start_node_id, 0]]);
  const queue = [graph.start_node_id];
  for (let id = queue.shift(); id !== undefined; id = queue.shift()) {
    for (const next of graph.nodes[id]?.next_ids ?? []) {
      if (depths.has(next)) continue;
      depths.set(next, depths.get(id) + 1);
      queue.push(next);
    }
  }
  return [...depths].map(([id, depth]) => ({ id, depth, node: graph.nodes[id] }));
}
