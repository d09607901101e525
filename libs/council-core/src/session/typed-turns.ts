import type { Ballot, Engine, Language, NewEvent } from '@council/contracts';
import { BALLOT_ANSWER, ballotText, readBallot, readScore, SCORE_ANSWER } from '../ballots/read-ballot.js';
import { CLAIMS_ANSWER } from '../facts/claims-answer.js';
import type { OutputForm, Stance } from '../ports/chat-model.js';
import { formOf, readTyped } from '../typed/typed-answer.js';
import { readVerdict, VERDICT_ANSWER } from '../verdict/read-verdict.js';
import type { CallModelEffect } from './effects.js';

interface TypedTurn {
  readonly form: OutputForm;
  /** The answer is the data alone; else data ends an answer that people read. */
  readonly isWhole: boolean;
}

/** The seats whose answers are data, in whole or in part. */
export const TYPED: Readonly<Partial<Record<Stance, TypedTurn>>> = {
  adjudicator: { form: formOf(VERDICT_ANSWER), isWhole: false },
  voter: { form: formOf(BALLOT_ANSWER), isWhole: true },
  scorer: { form: formOf(SCORE_ANSWER), isWhole: true },
  extractor: { form: formOf(CLAIMS_ANSWER), isWhole: true },
};

/** A typed answer as it was read: what people see of it, and what it leaves in the log. */
export interface TypedReading {
  /** Null: it could be read. */
  readonly problem: string | null;
  readonly text: string;
  readonly event: NewEvent | null;
}

/** Null: a seat that answers in its own words. */
export function readTypedTurn(call: CallModelEffect, answer: string, engine: Engine['kind']): TypedReading | null {
  if (call.stance === 'adjudicator') {
    const verdict = readVerdict(answer, engine);
    const event: NewEvent = { event: 'verdict:recorded', node_id: call.nodeId, data: verdict };
    return { problem: verdict.problem, text: answer, event };
  }
  if (call.stance === 'extractor') return readClaims(call, answer);
  if (call.stance !== 'voter' && call.stance !== 'scorer') return null;
  const ballot = call.stance === 'voter' ? readBallot(answer) : readScore(answer);
  return {
    problem: ballot.problem,
    text: ballotText(ballot, answer, languageOf(call)),
    event: ballotCast(call, ballot),
  };
}

function readClaims({ nodeId, turnId, seat }: CallModelEffect, answer: string): TypedReading {
  const reading = readTyped(CLAIMS_ANSWER, answer);
  if (!reading.ok) return { problem: reading.problem, text: answer, event: null };
  const { claims } = reading.value;
  const data = { turn_id: turnId, claims, agent_id: seat.agent?.agent_uuid ?? null };
  return {
    problem: null,
    text: claims.map(({ claim }) => `- ${claim}`).join('\n'),
    event: { event: 'claims:extracted', node_id: nodeId, data },
  };
}

const languageOf = ({ request }: CallModelEffect): Language => request.brief.language;

export function ballotCast({ nodeId, turnId, seat }: CallModelEffect, ballot: Ballot): NewEvent {
  const data = { ...ballot, turn_id: turnId, agent_id: seat.agent?.agent_uuid ?? null, agent_name: seat.name };
  return { event: 'ballot:cast', node_id: nodeId, data };
}
