import type { FactCheck, Language, ReviewDecided, SessionCreated, Tally } from '@council/contracts';
import { RESULT_WORDS } from '../prompts/result-words.js';
import { nodeState, seatIdOf, seatState, type SessionState } from './state.js';

/** What a node that does not speak tells those that follow, in the session's language; null: nothing. */
export function resultText(state: SessionState, created: SessionCreated, nodeId: string): string | null {
  const { result } = nodeState(state, nodeId);
  const { language } = created;
  switch (result?.kind) {
    case undefined:
      return null;
    case 'tally':
      return [tallyText(result.tally, language), ...reasons(state, created, nodeId)].join('\n');
    case 'facts':
      return factsText(result.check, language);
    case 'decision':
      return decisionText(result.decision, language);
    case 'memories':
      return result.items.length === 0
        ? null
        : result.items
            .map(({ title, created_at, content }) => `- ${title} (${created_at.slice(0, 10)}): ${content}`)
            .join('\n');
    case 'context':
      return result.text === '' ? null : result.text;
    case 'tool':
      return result.output;
  }
}

export function tallyText(tally: Tally, language: Language): string {
  const words = RESULT_WORDS[language];
  const counted = tally.scale === 'yes_no' ? words.counted(tally) : words.scored(tally);
  return `${tally.passed ? words.passed : words.notPassed}: ${counted}${tally.is_quorate ? '' : ` ${words.noQuorum(tally.quorum)}`}`;
}

function reasons(state: SessionState, { seats, language }: SessionCreated, nodeId: string): string[] {
  return seats
    .filter((seat) => seat.node_id === nodeId)
    .flatMap((seat) => {
      const { ballot } = seatState(state, seatIdOf(seat));
      if (ballot === null) return [];
      const choice =
        ballot.choice === 'scored' ? String(ballot.score ?? '') : RESULT_WORDS[language].choices[ballot.choice];
      return [`- ${seat.name}: ${choice}${ballot.reason === '' ? '' : `. ${ballot.reason}`}`];
    });
}

function factsText(check: FactCheck, language: Language): string {
  const words = RESULT_WORDS[language];
  if (check.status === 'not_checked') return `${words.notChecked} ${check.reason}`;
  const rows = check.claims.map(({ claim, state, sources }) => {
    const where = sources.map(({ title }) => title).join(', ');
    return `- ${words.claimStates[state]}: ${claim}${where === '' ? '' : ` (${where})`}`;
  });
  return [words.checked(check), ...rows].join('\n');
}

function decisionText({ action, data, is_automatic }: ReviewDecided, language: Language): string {
  const words = RESULT_WORDS[language];
  const who = is_automatic ? words.automatically : words.aPerson;
  return `${who}: ${words.actions[action]}${data.comment === undefined ? '' : `. ${data.comment}`}`;
}
