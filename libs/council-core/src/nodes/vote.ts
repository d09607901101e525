import type { NewEvent } from '@council/contracts';
import { z } from 'zod';
import { seatIdOf, seatState } from '../session/state.js';
import { turnEffects } from '../session/turn-effects.js';
import { tallyVotes } from '../votes/tally-votes.js';
import { JOINING } from './join.js';
import { append, completed, nodeKind, type NodeContext } from './node-kind.js';
import { decided } from './decided.js';
import { SPEAKING } from './speaking.js';

/**
 * Asks voters, each for itself and none of them shown another's ballot, and counts. Ballots are data; what cannot be
 * read is an error and never a yes, and a vote without its quorum has not passed.
 */
export const VoteProperties = z
  .strictObject({
    /** Who votes; without it, the agents that lead to the node. */
    agent_uuids: z.array(z.guid().toLowerCase()).min(1).max(15).optional(),
    question: z.string().min(1).max(4_000).optional(),
    /** `yes_no`, or `score` for a whole number of 1 to 10. */
    vote_type: z.enum(['yes_no', 'score_1_10']).default('yes_no'),
    /** Share of yes among yes and no that must be passed (0.5), or the least mean of the scores (6). */
    threshold: z.number().min(0).max(10).optional(),
    /** Valid ballots that it needs; without it, more than half of the voters. */
    quorum: z.int().min(1).max(15).optional(),
    timeout_seconds: SPEAKING.timeout_seconds,
    retries: SPEAKING.retries,
    ...JOINING,
  })
  .refine(({ vote_type, threshold = 0 }) => vote_type === 'score_1_10' || threshold < 1, {
    path: ['threshold'],
    message: 'is a share of yes, from 0 to less than 1',
  })
  .refine(({ vote_type, threshold = 1 }) => vote_type === 'yes_no' || threshold >= 1, {
    path: ['threshold'],
    message: 'is a mean of scores, from 1 to 10',
  })
  .refine(({ agent_uuids: ids = [] }) => new Set(ids).size === ids.length, {
    path: ['agent_uuids'],
    message: 'names a voter twice',
  })
  .refine(({ agent_uuids: ids, quorum = 1 }) => ids === undefined || quorum <= ids.length, {
    path: ['quorum'],
    message: 'is more than there are voters',
  });

export const voteKind = nodeKind({
  kind: 'vote',
  properties: VoteProperties,
  exits: { min: 0, max: 2 },
  decides: true,
  advance: (context) => {
    const { state, seats } = context;
    const silent = seats.filter((seat) => seatState(state, seatIdOf(seat)).ballot === null);
    return silent.length > 0 ? ask(context, silent) : [append(...count(context))];
  },
});

type Context = NodeContext<z.infer<typeof VoteProperties>>;

const ask = (context: Context, silent: Context['seats']) =>
  silent.flatMap((seat) =>
    turnEffects(context, seat, {
      stance: context.properties.vote_type === 'yes_no' ? 'voter' : 'scorer',
      isWholeNode: false,
      question: context.properties.question,
      timeoutSeconds: context.properties.timeout_seconds,
      retries: context.properties.retries,
    }),
  );

function count({ state, seats, properties, node, id }: Context): readonly NewEvent[] {
  const { question = '', vote_type, threshold, quorum } = properties;
  const cast = seats.flatMap((seat) => {
    const { ballot, sitter } = seatState(state, seatIdOf(seat));
    const { used } = sitter === 0 ? seat : (seat.fallbacks?.[sitter - 1] ?? seat);
    return ballot === null ? [] : [{ ballot, model: used }];
  });
  const tally = tallyVotes(cast, { question, scale: vote_type === 'yes_no' ? 'yes_no' : 'score', threshold, quorum });
  return [{ event: 'vote:tallied', node_id: id, data: tally }, ...decided(node, tally.passed), completed(id)];
}
