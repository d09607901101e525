import type { Report, ReportTurn, SeatSnapshot } from '@council/contracts';
import { sha256 } from '@council/kernel';
import { breadthFirst } from '../graph/topology.js';
import { stanceOf } from '../nodes/stance.js';
import { linesOf } from '../prompts/fence.js';
import { nodeState, seatIdOf, seatState, type SessionState } from '../session/state.js';
import { resultsOf } from './results-of.js';
import { gradeOf } from '../verdict/weigh.js';

/** The report as data: a reading of the log, at any point of it. Turns come in the graph's order. */
export function buildReport(state: SessionState): Report {
  const { created, verdict, document } = state;
  if (created === null) throw new Error('a session without its first event has no report');
  const order = breadthFirst(created.graph);
  const seats = order.flatMap((id) => created.seats.filter((seat) => seat.node_id === id));
  const turns = seats.flatMap((seat): ReportTurn[] => {
    const { turn, sitter } = seatState(state, seatIdOf(seat));
    if (turn === null) return [];
    const { content, references, agentName, provider, model } = turn;
    const side = stanceOf(created.graph, seat.node_id);
    return [
      {
        node_id: seat.node_id,
        seat: seat.name,
        side,
        wanted: seat.wanted,
        used: { provider, model },
        ...(sitter === 0 ? {} : { stood_in: agentName }),
        content,
        references: [...references],
      },
    ];
  });
  const isJudged = verdict !== null && verdict.kind === 'judged' && verdict.weighted_total !== null;
  return {
    title: created.title,
    language: created.language,
    objective: created.objective,
    engine: created.engine,
    status: state.status,
    outcome: state.outcome,
    error: state.error,
    verdict,
    grade: isJudged ? gradeOf(verdict.weighted_total ?? 0) : null,
    synthesis: turns.find((turn) => turn.side === 'summariser')?.content ?? null,
    // What voters say is in their ballots.
    turns: turns.filter(({ side }) => side !== 'summariser' && side !== 'voter' && side !== 'scorer'),
    missing: seats
      .filter((seat) => isMissing(state, seat))
      .map((seat) => ({ node_id: seat.node_id, seat: seat.name, ...whyMissing(state, seat) })),
    ballots: seats.flatMap((seat) => {
      const { ballot } = seatState(state, seatIdOf(seat));
      return ballot === null ? [] : [{ node_id: seat.node_id, seat: seat.name, ...ballot }];
    }),
    ...resultsOf(state, created, order),
    rounds: state.scores.map(({ seq: _seq, ...round }) => round),
    references: countReferences(turns),
    document:
      document === null
        ? null
        : {
            path: document.path,
            version: document.version,
            lines: linesOf(document.content).length,
            sha256: sha256(document.content),
          },
    usage: state.usage,
  };
}

/** A route that was not taken leaves nobody missing: only who was to speak, and did not. */
function isMissing(state: SessionState, seat: SeatSnapshot): boolean {
  const { turn, error } = seatState(state, seatIdOf(seat));
  return turn === null && (error !== null || nodeState(state, seat.node_id).status !== 'completed');
}

function whyMissing(state: SessionState, seat: SeatSnapshot): Pick<Report['missing'][number], 'reason' | 'code'> {
  const error = seatState(state, seatIdOf(seat)).error ?? nodeState(state, seat.node_id).error;
  return error === null ? { reason: 'did not speak', code: null } : { reason: error.message, code: error.code };
}

function countReferences(turns: readonly ReportTurn[]): Report['references'] {
  const count = { total: 0, verified: 0, repaired: 0, exists: 0, unverified: 0, missing: 0 };
  for (const reference of turns.flatMap((turn) => turn.references)) {
    count.total += 1;
    count[reference.state] += 1;
  }
  return count;
}
