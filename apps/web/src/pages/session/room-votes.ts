import type { LogEvent } from '@council/contracts';
import type { RoomLog, Vote } from './room-log';

type VoteEvent = Extract<LogEvent, { event: 'ballot:cast' | 'vote:tallied' }>;

/** The votes with one more ballot, or one more result. A node that votes in every round has a vote for each. */
export function withVote(
  { votes, created }: Pick<RoomLog, 'votes' | 'created'>,
  nodeId: string,
  event: Pick<VoteEvent, 'event' | 'data'>,
): readonly Vote[] {
  const place = votes.findLastIndex((vote) => vote.nodeId === nodeId && vote.tally === null);
  const name = created?.graph.nodes[nodeId]?.name ?? nodeId;
  const vote = votes[place] ?? { nodeId, name, tally: null, ballots: [] };
  const next =
    'voters' in event.data ? { ...vote, tally: event.data } : { ...vote, ballots: [...vote.ballots, event.data] };
  return place < 0 ? [...votes, next] : votes.with(place, next);
}

/** Those who wanted the other thing; in a vote on a scale nobody is in the minority. */
export function dissentOf({ tally, ballots }: Vote): Vote['ballots'] {
  if (tally === null || tally.scale === 'score') return [];
  const lost = tally.passed ? 'no' : 'yes';
  return ballots.filter(({ choice }) => choice === lost);
}
