import type { FactCheck } from '@council/contracts';
import { z } from 'zod';
import type { Effect } from '../session/effects.js';
import { seatIdOf, seatState } from '../session/state.js';
import { turnEffects } from '../session/turn-effects.js';
import { decided } from './decided.js';
import { JOINING } from './join.js';
import { append, completed, nodeKind, type NodeContext } from './node-kind.js';
import { SPEAKING } from './speaking.js';

/**
 * Has the claims of what leads to it named by a model, and holds them against the sources of evidence. Without a source
 * nothing is checked, and what is not checked never passes.
 */
export const FactCheckProperties = z.strictObject({
  /** Who names the claims; without it, the first agent that leads to the node. */
  agent_uuid: z.guid().toLowerCase().optional(),
  /** Least share of supported claims that passes. */
  verify_threshold: z.number().min(0).max(1).default(0.8),
  /** Claims that are checked at most, in the order in which they were named. */
  max_queries: z.int().min(1).max(50).default(10),
  timeout_seconds: SPEAKING.timeout_seconds,
  retries: SPEAKING.retries,
  ...JOINING,
});

export const factCheckKind = nodeKind({
  kind: 'fact_check',
  properties: FactCheckProperties,
  exits: { min: 0, max: 2 },
  decides: true,
  advance: (context) => {
    const { own, node, id, created } = context;
    if (own.result?.kind === 'facts') {
      return [append(...decided(node, own.result.check.passed), completed(id))];
    }
    const { evidence_sources: sources = [], language } = created;
    return sources.length === 0 ? unchecked(context, NO_SOURCE[language]) : check(context);
  },
});

type Context = NodeContext<z.infer<typeof FactCheckProperties>>;

const NO_SOURCE = {
  en: 'No source of evidence is configured on this server.',
  zh: '本服务器未配置任何证据来源。',
} as const;
const NO_CLAIM = {
  en: 'Nothing that could be looked up was claimed.',
  zh: '没有可以查证的主张。',
} as const;

function check(context: Context): readonly Effect[] {
  const { state, seats, id, own, properties, created } = context;
  const seat = seats[0];
  if (seat === undefined) return unchecked(context, NO_CLAIM[created.language]);
  const { claims, turn, error } = seatState(state, seatIdOf(seat));
  if (claims === null) {
    if (error !== null) return unchecked(context, error.message);
    // An answer that could not be read a second time is one without claims.
    if (turn !== null) return unchecked(context, NO_CLAIM[created.language]);
    const { timeout_seconds: timeoutSeconds, retries } = properties;
    return turnEffects(context, seat, { stance: 'extractor', isWholeNode: false, timeoutSeconds, retries });
  }
  if (claims.length === 0) return unchecked(context, NO_CLAIM[created.language]);
  return [
    {
      type: 'check-claims',
      key: `${id}#${own.pass}:claims`,
      nodeId: id,
      claims: claims.slice(0, properties.max_queries),
      threshold: properties.verify_threshold,
    },
  ];
}

function unchecked({ id, properties }: Context, reason: string): readonly Effect[] {
  const data: FactCheck = {
    status: 'not_checked',
    reason,
    claims: [],
    share: null,
    threshold: properties.verify_threshold,
    passed: false,
  };
  return [append({ event: 'fact_check:completed', node_id: id, data })];
}
