import { h } from './dom.js';
import { renderMarkdown } from './markdown-view.js';
import { referenceMaker } from './reference-button.js';
import { walk } from './session-state.js';
import { hasWord, say, sayIn } from './words.js';

/** The seeded agents, whose side follows from who they are; other seats say it by their node's `role`. */
const SIDES = {
  'a5317f00-f528-5d43-a733-85c5b531a2e3': 'affirmative',
  '94cc1d02-4d8e-53f3-8891-4621767b8b81': 'negative',
  '5f16eae4-f16d-5ab0-9e2b-2212f6f54ebc': 'adjudicator',
};

/** The seats of a session: those that speak at the same time stand side by side. */
export class SeatCards {
  #cards = [];

  constructor(box, created, reader) {
    const byNode = new Map(created.seats.map((seat) => [seat.node_id, seat]));
    const rows = new Map();
    for (const { id, depth, node } of walk(created.graph)) {
      const seat = byNode.get(id);
      if (seat === undefined) continue;
      const card = new SeatCard(seat, sideOf(node), reader);
      this.#cards.push(card);
      rows.set(depth, [...(rows.get(depth) ?? []), card.element]);
    }
    box.replaceChildren(...[...rows.values()].map((elements) => h('div', { class: 'row' }, elements)));
  }

  paint(state) {
    for (const card of this.#cards) card.paint(state);
  }
}

function sideOf({ type, properties }) {
  if (type === 'end') return 'summariser';
  if (properties.output_format === 'structured_verdict') return 'adjudicator';
  return properties.role ?? SIDES[(properties.agent_uuid ?? properties.agent_id ?? '').toLowerCase()] ?? 'other';
}

class SeatCard {
  #painted = '';
  #state = h('span', { class: 'state' });
  #body = h('div', { class: 'prose', tabindex: 0 });
  #turn = null;

  constructor(seat, side, reader) {
    this.nodeId = seat.node_id;
    this.onReference = referenceMaker(reader, () => this.#turn?.references ?? []);
    const head = h('header', {}, h('h3', {}, seat.name), side === 'other' ? null : say(`side.${side}`, {}, 'small'));
    this.element = h(
      'article',
      { class: `seat side-${side}`, 'aria-label': seat.name },
      head,
      h('p', { class: 'fine' }, ...speakerOf(seat)),
      h('p', { class: 'fine' }, this.#state),
      this.#body,
    );
  }

  paint({ nodes, turns }) {
    const node = nodes[this.nodeId] ?? { status: 'pending', error: null };
    const turn = turns[this.nodeId] ?? null;
    this.element.dataset.state = node.status;
    this.#paintState(node, turn);
    const painted = [turn?.attempt, turn?.version, turn?.isDone].join();
    if (painted === this.#painted) return;
    this.#painted = painted;
    this.#turn = turn;
    this.#paintText(turn);
  }

  #paintState(node, turn) {
    const isRunning = node.status === 'running';
    const known = `problem.${node.error?.code}`;
    if (hasWord(known)) sayIn(this.#state, known);
    else if (node.error !== null) sayIn(this.#state, 'seat.error', { problem: node.error });
    else if (isRunning && turn?.trouble) sayIn(this.#state, 'seat.again', turn.trouble);
    else if (isRunning && turn?.thinking && turn.text === '') sayIn(this.#state, 'seat.thinking');
    else sayIn(this.#state, `seat.${node.status}`);
  }

  /** Follows the text down as it grows and goes back to its begin when it is whole, unless somebody scrolled to read. */
  #paintText(turn) {
    const body = this.#body;
    const isAtEnd = body.scrollHeight - body.scrollTop - body.clientHeight < 40;
    const isFinal = turn?.isDone === true;
    body.replaceChildren(...renderMarkdown(turn?.text ?? '', { onReference: this.onReference, demote: 3 }));
    if (isAtEnd) body.scrollTop = isFinal ? 0 : body.scrollHeight;
  }
}

function speakerOf({ used, wanted }) {
  if (used.provider === 'rehearsal') return [say('engine.rehearsal')];
  const isOther = used.provider !== wanted.provider || used.model !== wanted.model;
  const instead = isOther ? [' · ', say('seat.instead', { model: `${wanted.provider}/${wanted.model}` })] : [];
  return [`${used.provider}/${used.model}`, ...instead];
}
