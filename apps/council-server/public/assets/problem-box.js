import { h } from './dom.js';
import { hasWord, say, word } from './words.js';

/** A problem document in words: what went wrong, what to do, every issue, and the code to look up. */
export function showProblem(box, error) {
  const problem = error.problem ?? { code: 'PAGE', error: error.message };
  const key = `problem.${problem.code}`;
  const issues = (problem.issues ?? []).filter(({ message }) => problem.issues.length > 1 || message !== problem.error);
  box.replaceChildren();
  const parts = [
    hasWord(key) ? say(key, {}, 'p') : h('p', {}, sentence(problem.error)),
    problem.detail === undefined ? null : h('p', {}, problem.detail),
    issues.length === 0
      ? null
      : h(
          'ul',
          {},
          issues.map((issue) => issueLine(issue, problem.code)),
        ),
    h('p', { class: 'fine' }, h('code', {}, problem.code), problem.request_id ? ` · ${problem.request_id}` : ''),
  ];
  box.append(...parts.filter((part) => part !== null));
  box.hidden = false;
}

export function clearProblem(box) {
  box.hidden = true;
  box.replaceChildren();
}

/** In one line, where there is no room for a box. */
export function problemWords(problem) {
  const key = `problem.${problem.code}`;
  return `${hasWord(key) ? word(key) : sentence(problem.error)} (${problem.code})`;
}

function issueLine({ node_id: nodeId, path, message, code }, problemCode) {
  const place = nodeId ?? path;
  const own = code === problemCode ? null : h('small', {}, ' ', code);
  return h('li', {}, place ? [h('code', {}, place), ' '] : null, message, own);
}

const sentence = (text) => (text === '' ? '' : `${text[0].toUpperCase()}${text.slice(1)}.`.replace(/([.!?])\.$/, '$1'));
