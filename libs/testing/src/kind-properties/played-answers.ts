import { FAILS, type PlayedAnswer, type PlayScript } from '../play-session.js';
import { judgement } from '../session-builder.js';

/** What each stance says when nothing is amiss. */
export const answer: PlayScript['answer'] = ({ stance, turnId }): PlayedAnswer => {
  switch (stance) {
    case 'voter':
      return JSON.stringify({ choice: turnId.includes('/1#') ? 'yes' : 'no', reason: 'so' });
    case 'scorer':
      return JSON.stringify({ score: 7, reason: 'so' });
    case 'extractor':
      return JSON.stringify({ claims: [{ claim: 'One.' }, { claim: 'Two.' }, { claim: 'Three.' }] });
    case 'adjudicator':
      return judgement([80, 80, 80]);
    default:
      return `${turnId} speaks`;
  }
};

/** The first attempt of every turn fails. */
export const onceFailing = (): PlayScript['answer'] => {
  const failed = new Set<string>();
  return (call, state) => {
    if (failed.has(call.turnId) || call.seatId === 'a') return answer(call, state);
    failed.add(call.turnId);
    return FAILS;
  };
};
export const failing: PlayScript['answer'] = (call, state) => (call.nodeId === 'x' ? FAILS : answer(call, state));
export const toolHungry: PlayScript['answer'] = (call, state) =>
  call.nodeId === 'x' && call.request.tools !== undefined && !call.isLastWord
    ? { calls: [{ name: 'calculator', input: { expression: '1+1' } }] }
    : answer(call, state);
export const checked: PlayScript['check'] = ({ claims }) =>
  claims.map((claim, at) => ({ ...claim, state: at === 0 ? 'supported' : 'unclear', sources: [] }));
