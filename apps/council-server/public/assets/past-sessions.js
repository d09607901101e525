import { get, remove } from './api.js';
import { confirmed } from './confirm-dialog.js';
import { byId, h } from './dom.js';
import { clearProblem, showProblem } from './problem-box.js';
import { say, sayAttribute } from './words.js';

const PAGE = 10;
const TYPING_MS = 250;

/** Sessions of before: newest first, found by words of their title or objective. */
export class PastSessions {
  #cursor = null;
  #timer = null;
  /** Grows with each question: a slow answer to an old one is not shown. */
  #asked = 0;

  constructor() {
    byId('search').addEventListener('input', () => {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => void this.load(), TYPING_MS);
    });
    byId('more').addEventListener('click', () => void this.#fetch(this.#cursor));
  }

  load() {
    return this.#fetch(null);
  }

  async #fetch(cursor) {
    const asked = (this.#asked += 1);
    const query = new URLSearchParams({ limit: PAGE });
    const words = byId('search').value.trim();
    if (words !== '') query.set('q', words);
    if (cursor !== null) query.set('cursor', cursor);
    try {
      const { items, next_cursor } = await get(`/api/v1/sessions?${query}`);
      if (asked !== this.#asked) return;
      this.#show(items, cursor !== null);
      this.#cursor = next_cursor;
      byId('more').hidden = next_cursor === null;
    } catch (error) {
      showProblem(byId('past-problem'), error);
    }
  }

  #show(items, isMore) {
    clearProblem(byId('past-problem'));
    const list = byId('past-list');
    const rows = items.map((session) => this.#row(session));
    if (isMore) list.append(...rows);
    else list.replaceChildren(...rows);
    byId('past-none').hidden = list.childElementCount > 0;
  }

  #row(session) {
    const { session_uuid: uuid, title, status, created_at: at, verdict, engine } = session;
    const row = h(
      'li',
      {},
      h(
        'a',
        { href: `#/sessions/${uuid}` },
        h('span', { class: 'title' }, title),
        h(
          'span',
          { class: 'fine' },
          h('span', { class: 'dot', 'data-state': status, 'aria-hidden': 'true' }),
          say(`past.${status}`),
          ' · ',
          say('past.at', { at }),
          verdict?.weighted_total == null ? null : ' · ',
          verdict?.weighted_total == null
            ? null
            : say('past.total', { total: verdict.weighted_total, kind: verdict.kind }),
          engine.kind === 'extractive' ? [' · ', say('past.rehearsal')] : null,
        ),
      ),
    );
    const button = h('button', { type: 'button', class: 'quiet', onclick: () => void this.#delete(uuid, title) }, '✕');
    row.append(sayAttribute(button, 'aria-label', 'past.delete'));
    sayAttribute(button, 'title', 'past.delete');
    return row;
  }

  async #delete(uuid, title) {
    if (!(await confirmed('confirm.delete', 'past.delete', { title }))) return;
    try {
      await remove(`/api/v1/sessions/${uuid}`);
    } catch (error) {
      showProblem(byId('past-problem'), error);
      return;
    }
    await this.load();
  }
}
