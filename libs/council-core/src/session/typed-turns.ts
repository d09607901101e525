import type { Ballot, Engine, Language, NewEvent } from '@council/contracts';
import { BALLOT_ANSWER, ballotText, readBallot } from '../ballots/read-ballot.js';
import type { OutputForm, Stance } from '../ports/chat-model.js';
import { formOf } from '../typed/typed-answer.js';
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
};

/** A typed answer as it was read: what people see of it, and what it leaves in the log. */
export interface TypedReading {
  /** Null: it could be read. */
  readonly problem: string | null;
  readonly text: string;
  readonly event: NewEvent;
}

/** Null: a seat that answers in its own words. */
export function readTypedTurn(call: CallModelEffect, answer: string, engine: Engine['kind']): TypedReading | null {
  if (call.stance === 'adjudicator') {
    const verdict = readVerdict(answer, engine);
    const event: NewEvent = { event: 'verdict:recorded', node_id: call.nodeId, data: verdict };
    return { problem: verdict.problem, text: answer, event };
  }
  if (call.stance !== 'voter') return null;
  const ballot = readBallot(answer);
  return {
    problem: ballot.problem,
    text: ballotText(ballot, answer, languageOf(call)),
    event: ballotCast(call, ballot),
  };
}

const languageOf = ({ request }: CallModelEffect): Language => request.brief.language;

function ballotCast({ nodeId, turnId, seat }: CallModelEffect, ballot: Ballot): NewEvent {
  const data = { ...ballot, turn_id: turnId, agent_id: seat.agent?.agent_uuid ?? null, agent_name: seat.name };
  return { event: 'ballot:cast', node_id: nodeId, data };
}
