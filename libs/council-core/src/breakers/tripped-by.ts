import type { BreakerLimits, SessionCreated, Trip } from '@council/contracts';
import { seatIdOf, type SessionState, type Turn } from '../session/state.js';
import { entropyOf, ENTROPY_CHARACTERS } from './entropy.js';
import { similarityOf } from './similarity.js';
import { usedTokens } from './used-tokens.js';

/**
 * The first breaker that the log of a session opens; null: none. Time is waited for (active-time.ts), and what happens
 * within a stream is watched while it streams (stream-watch.ts).
 */
export function trippedBy(state: SessionState): Trip | null {
  const { created } = state;
  const limits = created?.limits;
  if (created === null || limits == null) return null;
  return rounds(state, limits) ?? spend(state, created, limits) ?? monotony(state, created, limits);
}

function rounds({ nodes, unlocked }: SessionState, { rounds: limit }: BreakerLimits): Trip | null {
  if (limit === null) return null;
  const passes = Object.entries(nodes).map(([id, { pass }]) => pass - (unlocked?.passes[id] ?? 0));
  const most = Math.max(0, ...passes);
  return most > limit ? { reason: 'rounds', message: `a node has run ${most} times`, value: most, limit } : null;
}

function spend(state: SessionState, created: SessionCreated, limits: BreakerLimits): Trip | null {
  const { expected_tokens: expected } = created;
  if (limits.spend_factor === null || expected == null || expected <= 0) return null;
  const used = usedTokens(state) - (state.unlocked?.tokens ?? 0);
  const limit = Math.ceil(expected * limits.spend_factor);
  if (used <= limit) return null;
  return { reason: 'spend', message: `${used} tokens were used, and ${expected} expected`, value: used, limit };
}

/**
 * The same answer three times in a row from one seat, or an answer that says nothing. Ballots may well be the same; and
 * so may be what the rehearsal engine says: it reads, at no price, and a document that has not changed reads the same.
 */
function monotony(state: SessionState, created: SessionCreated, limits: BreakerLimits): Trip | null {
  const isRehearsal = created.engine.kind === 'extractive';
  for (const seat of created.seats) {
    const said = saidBy(state, seatIdOf(seat));
    const mayRepeat = isRehearsal || created.graph.nodes[seat.node_id]?.type === 'vote';
    const trip = (mayRepeat ? null : repetition(said, limits)) ?? entropy(said, limits);
    if (trip !== null) return trip;
  }
  return null;
}

function saidBy({ past, seats, unlocked }: SessionState, seatId: string): readonly Turn[] {
  const before = past.filter((turn) => turn.seatId === seatId).map(({ turn }) => turn);
  const now = seats[seatId]?.turn ?? null;
  // What had been said when somebody opened the lock has been looked at.
  return [...before, ...(now === null ? [] : [now])].filter((turn) => turn.seq > (unlocked?.seq ?? 0)).slice(-3);
}

function repetition(said: readonly Turn[], { similarity: limit }: BreakerLimits): Trip | null {
  const [first, second, third] = said;
  if (limit === null || first === undefined || second === undefined || third === undefined) return null;
  const value = Math.min(likeness(first, second), likeness(second, third));
  if (value <= limit) return null;
  return { reason: 'repetition', message: 'a seat has given the same answer three times', value, limit };
}

function entropy(said: readonly Turn[], { entropy: limit }: BreakerLimits): Trip | null {
  const last = said.at(-1);
  if (limit === null || last === undefined || last.content.length < ENTROPY_CHARACTERS) return null;
  const value = disorder(last);
  return value < limit ? { reason: 'entropy', message: 'an answer repeats a few characters', value, limit } : null;
}

/** The breakers are asked at every step of a session, and what has been said does not change. */
const disorders = new WeakMap<Turn, number>();
const likenesses = new WeakMap<Turn, { readonly to: Turn; readonly value: number }>();

function disorder(turn: Turn): number {
  const value = disorders.get(turn) ?? entropyOf(turn.content);
  disorders.set(turn, value);
  return value;
}

function likeness(earlier: Turn, later: Turn): number {
  const known = likenesses.get(later);
  if (known?.to === earlier) return known.value;
  const value = similarityOf(earlier.content, later.content);
  likenesses.set(later, { to: earlier, value });
  return value;
}
