import { byId, h } from './dom.js';
import { linesOf } from './text-file.js';
import { sayIn } from './words.js';

/** The document under work with its lines numbered, as the council reads it; references lead here and back. */
export class DocumentReader {
  #lines = [];
  #origin = null;

  constructor() {
    byId('back-to-text').addEventListener('click', () => this.#goBack());
  }

  open(text) {
    const lines = linesOf(text ?? '');
    this.#lines = lines.map((line, at) =>
      h(
        'div',
        { class: 'line', tabindex: -1 },
        h('span', { class: 'number', 'aria-hidden': 'true' }, at + 1),
        h('span', {}, line),
      ),
    );
    this.#leave();
    byId('document-lines').replaceChildren(...this.#lines);
    byId('document').hidden = text === null;
    sayIn(byId('document-size'), 'document.lines', { count: lines.length });
  }

  get lineCount() {
    return this.#lines.length;
  }

  /** Marks the lines of all places and goes to the first. `origin` is where the way back leads. */
  show(places, origin) {
    for (const line of this.#lines) line.classList.remove('is-marked');
    const marked = places.flatMap(([first, last]) => this.#lines.slice(first - 1, last));
    for (const line of marked) line.classList.add('is-marked');
    if (marked.length === 0) return;
    this.#origin = origin;
    byId('back-to-text').hidden = false;
    marked[0].scrollIntoView({ block: 'center', behavior: 'smooth' });
    marked[0].focus({ preventScroll: true });
  }

  #goBack() {
    const origin = this.#origin;
    this.#leave();
    origin?.scrollIntoView({ block: 'center', behavior: 'smooth' });
    origin?.focus({ preventScroll: true });
  }

  #leave() {
    this.#origin = null;
    byId('back-to-text').hidden = true;
  }
}
