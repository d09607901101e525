import { excerpt, nameOf, type Read, since } from './entry-parts.js';

/** A turn with all its attempts, whose bills may stand behind it. */
export const turn: Read<'message:completed'> = (event, { tallies, isInherited }) => {
  const { turn_id, agent_name, content, provider, model, references, latency_ms } = event.data;
  const tally = tallies.get(turn_id);
  return {
    kind: 'turn',
    title: agent_name,
    detail: excerpt(content),
    data: {
      provider,
      model,
      attempts: tally?.attempts ?? 1,
      tool_calls: tally?.toolCalls ?? 0,
      references: references.length,
    },
    // Copied events have one time: what is left is how long the last call took.
    duration_ms: isInherited ? latency_ms : since(tally?.begunAt, event.timestamp),
    tokens: tally === undefined ? null : tally.usage.input_tokens + tally.usage.output_tokens,
    cost_usd: tally?.usage.cost_usd ?? null,
  };
};

/** Of a node's states people care for one that is not told by another event. */
export const nodeChange: Read<'node_state_change'> = ({ node_id, data: { status, error } }, context) => {
  const title = nameOf(context, node_id);
  if (status === 'skipped') return { kind: 'node_skipped', title };
  if (status !== 'failed') return null;
  return { kind: 'turn_failed', title, detail: error?.message ?? null, data: { code: error?.code ?? null } };
};

export const ballot: Read<'ballot:cast'> = ({ data: { agent_name, choice, score, reason } }) => ({
  kind: 'ballot',
  title: agent_name,
  detail: excerpt(reason),
  data: { choice, score: score ?? null },
});

export const vote: Read<'vote:tallied'> = ({ node_id, data }, context) => ({
  kind: 'vote',
  title: nameOf(context, node_id),
  detail: data.question === '' ? null : excerpt(data.question),
  data: {
    passed: data.passed,
    is_quorate: data.is_quorate,
    result: data.result,
    threshold: data.threshold,
    yes: data.yes,
    no: data.no,
    abstain: data.abstain,
    error: data.error,
  },
});

export const verdict: Read<'verdict:recorded'> = ({ node_id, data }, context) => ({
  kind: 'verdict',
  title: nameOf(context, node_id),
  detail: data.verdict === '' ? null : excerpt(data.verdict),
  data: {
    verdict_kind: data.kind,
    weighted_total: data.weighted_total,
    exit_recommendation: data.exit_recommendation,
  },
});

export const factCheck: Read<'fact_check:completed'> = ({ node_id, data }, context) => ({
  kind: 'fact_check',
  title: nameOf(context, node_id),
  detail: data.reason === '' ? null : excerpt(data.reason),
  data: { status: data.status, passed: data.passed, claims: data.claims.length, share: data.share },
});

export const round: Read<'loop:decided'> = ({ node_id, data }, context) => ({
  kind: 'round',
  title: nameOf(context, node_id),
  round: data.round,
  data: {
    decision: data.decision,
    reason: data.reason,
    score: data.score,
    delta: data.delta,
    is_regression: data.is_regression,
    max_rounds: data.max_rounds,
  },
});

export const seatReplaced: Read<'seat:replaced'> = ({ data: { from, to, error } }) => ({
  kind: 'seat_replaced',
  title: from.name,
  detail: error.message,
  data: { by: to.name, provider: to.provider, model: to.model, code: error.code },
});
