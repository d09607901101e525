import { getText, get } from './api.js';
import { byId, h } from './dom.js';
import { renderMarkdown } from './markdown-view.js';
import { referenceMaker } from './reference-button.js';
import { say, sayIn } from './words.js';

/** The final report: fetched once the session has ended, shown, copied, saved. */
export class ReportCard {
  #markdown = '';
  #title = 'report';

  constructor() {
    byId('copy-report').addEventListener('click', (event) => void this.#copy(event.currentTarget));
    byId('save-report').addEventListener('click', () => this.#save());
  }

  hide() {
    byId('report').hidden = true;
  }

  /** Returns the report as data: the grade and the counts of references are in it. */
  async load(sessionUuid, reader) {
    const address = `/api/v1/sessions/${sessionUuid}/report`;
    const [markdown, report] = await Promise.all([getText(`${address}?format=md`), get(`${address}?format=json`)]);
    this.#markdown = markdown;
    this.#title = report.title;
    const checked = report.turns.flatMap((turn) => turn.references);
    const onReference = referenceMaker(reader, () => checked);
    byId('report-text').replaceChildren(...renderMarkdown(markdown, { onReference, demote: 1 }));
    byId('report-references').replaceChildren(...countsOf(report.references));
    byId('report').hidden = false;
    return report;
  }

  /** The clipboard is there on secure origins only: elsewhere the text is selected, for Ctrl+C. */
  async #copy(button) {
    try {
      await navigator.clipboard.writeText(this.#markdown);
      sayIn(button, 'report.copied');
      setTimeout(() => sayIn(button, 'report.copy'), 2_000);
    } catch {
      getSelection().selectAllChildren(byId('report-text'));
      sayIn(button, 'report.selected');
    }
  }

  #save() {
    const url = URL.createObjectURL(new Blob([this.#markdown], { type: 'text/markdown' }));
    const name = this.#title.replaceAll(/[\\/:*?"<>|\s]+/g, '-').slice(0, 80);
    h('a', { href: url, download: `${name || 'report'}.md` }).click();
    setTimeout(() => URL.revokeObjectURL(url), 10_000);
  }
}

function countsOf(references) {
  const states = ['verified', 'repaired', 'exists', 'unverified', 'missing'].filter((state) => references[state] > 0);
  return states.map((state) =>
    h('li', { class: `is-${state}` }, h('strong', {}, references[state]), ' ', say(`reference.${state}`)),
  );
}
