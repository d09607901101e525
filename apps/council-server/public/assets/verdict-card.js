import { h } from './dom.js';
import { say } from './words.js';

const CRITERIA = [
  ['strategic_alignment', 40],
  ['practical_value', 30],
  ['logical_consistency', 30],
];

/** The verdict at a glance; the report holds the rest. A rehearsal's figure is never shown as a judgement. */
export function paintVerdict(box, verdict, grade) {
  box.hidden = verdict === null;
  if (verdict === null) return;
  const isJudged = verdict.kind === 'judged';
  if (verdict.kind === 'unreadable') {
    const why = h('p', { class: 'fine' }, verdict.problem ?? '');
    box.replaceChildren(say('verdict', {}, 'h2'), say('verdict.unreadable', {}, 'p'), why);
    return;
  }
  box.replaceChildren(
    say(isJudged ? 'verdict' : 'verdict.balance', {}, 'h2'),
    h(
      'div',
      { class: 'verdict' },
      h(
        'p',
        { class: 'total' },
        h('strong', {}, format(verdict.weighted_total)),
        h('span', {}, '/ 100'),
        grade === null ? '' : say(`grade.${grade}`),
      ),
      h(
        'div',
        { class: 'scores' },
        CRITERIA.map(([key, weight]) => scoreLine(key, weight, verdict.scores?.[key])),
      ),
    ),
    h('p', { class: 'sentence' }, verdict.verdict),
    isJudged
      ? say(verdict.exit_recommendation ? 'verdict.exit' : 'verdict.goOn', {}, 'p')
      : say('verdict.notJudged', {}, 'p'),
  );
}

function scoreLine(key, weight, score) {
  const bar = h('span', { class: 'bar', 'aria-hidden': 'true' }, h('span', {}));
  // Through the object model: the page's policy refuses style attributes.
  bar.firstChild.style.width = `${score ?? 0}%`;
  return h('div', { class: 'score' }, say(`criterion.${key}`, { weight }), bar, h('output', {}, format(score)));
}

const format = (points) => (points === null || points === undefined ? '–' : String(Math.round(points * 10) / 10));
