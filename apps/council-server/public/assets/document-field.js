import { byId } from './dom.js';
import { linesOf, readTextFile, refusalOf } from './text-file.js';
import { sayIn } from './words.js';

/** The document under work: pasted, dropped, chosen from the disk, or one of the samples. */
export class DocumentField {
  refusal = null;

  constructor(onChange) {
    this.onChange = onChange;
    const area = byId('document-text');
    area.addEventListener('input', () => this.#measure());
    byId('document-file').addEventListener('change', ({ target }) => {
      void this.#take(target.files[0]);
      // The same file may be chosen again after it was changed.
      target.value = '';
    });
    for (const button of document.querySelectorAll('[data-sample]')) {
      button.addEventListener('click', () => void this.#takeSample(button.dataset.sample));
    }
    this.#acceptDrops(byId('drop'));
    this.#measure();
  }

  get text() {
    return byId('document-text').value;
  }

  #acceptDrops(zone) {
    // A file that misses the zone would otherwise replace the page.
    for (const name of ['dragover', 'drop']) addEventListener(name, (event) => event.preventDefault());
    zone.addEventListener('dragover', () => zone.classList.add('is-over'));
    zone.addEventListener('dragleave', () => zone.classList.remove('is-over'));
    zone.addEventListener('drop', ({ dataTransfer }) => {
      zone.classList.remove('is-over');
      const text = dataTransfer.getData('text/plain');
      if (dataTransfer.files.length > 0) void this.#take(dataTransfer.files[0]);
      else if (text !== '') this.#fill(text);
    });
  }

  async #take(file) {
    if (file === undefined) return;
    const { text, refusal } = await readTextFile(file);
    if (text !== undefined) this.#fill(text);
    if (refusal) this.#refuse(refusal, file.name);
  }

  async #takeSample(name) {
    const response = await fetch(`/assets/samples/${name}`).catch(() => null);
    if (response?.ok) this.#fill(await response.text());
    else this.#refuse('document.sampleMissing', name);
  }

  #fill(text) {
    const area = byId('document-text');
    area.value = text;
    area.scrollTop = 0;
    this.onChange();
    this.#measure();
  }

  #measure() {
    const { text } = this;
    const refusal = refusalOf(text);
    if (refusal !== null) return this.#refuse(refusal);
    this.#paint(null, 'document.size', { characters: text.length, lines: linesOf(text).length });
  }

  #refuse(reason, name = '') {
    this.#paint(reason === 'document.sampleMissing' ? null : reason, reason, { name });
  }

  #paint(refusal, key, parameters) {
    this.refusal = refusal;
    const note = sayIn(byId('document-note'), key, parameters);
    note.classList.toggle('is-trouble', key !== 'document.size');
    byId('document-text').setAttribute('aria-invalid', String(refusal !== null));
  }
}
