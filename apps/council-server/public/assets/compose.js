import { get, newKey, post } from './api.js';
import { byId, h } from './dom.js';
import { DocumentField } from './document-field.js';
import { clearProblem, showProblem } from './problem-box.js';
import { say, sayIn } from './words.js';

const COUNCIL_DEBATE = 'b2589b10-54d9-5ab0-bf6f-740f63051889';
/** The server's word that a graph holds nodes which this version can keep but not run. */
const NOT_YET = 'GRAPH.KIND_UNAVAILABLE';

/** The form that convenes the council. */
export class Compose {
  #document = new DocumentField(() => this.#forgetKey());
  #templates = [];
  /** Of the request that was sent last: sent again after a broken connection, it starts no second session. */
  #key = null;

  constructor(onStarted) {
    this.onStarted = onStarted;
    const form = byId('compose');
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      void this.#start();
    });
    form.addEventListener('input', () => this.#forgetKey());
    form.addEventListener('keydown', (event) => {
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) form.requestSubmit();
    });
    byId('template').addEventListener('change', () => this.#describe());
  }

  async load() {
    if (this.#templates.length > 0) return;
    try {
      this.#templates = (await get('/api/v1/templates')).sort((a, b) => rank(a) - rank(b));
    } catch (error) {
      showProblem(byId('compose-problem'), error);
      return;
    }
    const options = this.#templates.map((template) => {
      const option = h('option', { value: template.template_uuid }, template.name);
      return template.template_uuid in SEEDED ? sayIn(option, `${SEEDED[template.template_uuid]}.name`) : option;
    });
    byId('template').replaceChildren(...options);
    this.#describe();
  }

  async #start() {
    const box = byId('compose-problem');
    clearProblem(box);
    if (this.#document.refusal !== null) return;
    const button = byId('start');
    button.disabled = true;
    sayIn(button, 'compose.starting');
    this.#key ??= newKey();
    try {
      const { session_uuid } = await post('/api/v1/workflows/execute', this.#request(), {
        'idempotency-key': this.#key,
      });
      this.#forgetKey();
      this.onStarted(session_uuid);
    } catch (error) {
      this.#refused(box, error);
    } finally {
      button.disabled = false;
      sayIn(button, 'compose.start');
    }
  }

  #request() {
    const language = byId('language').value;
    return {
      template_uuid: byId('template').value,
      input: { document_content: this.#document.text, optimization_objective: byId('objective').value },
      ...(language === 'auto' ? {} : { language }),
    };
  }

  #refused(box, error) {
    const { status, code, issues } = error.problem ?? {};
    // An answer was given, and would be given again: another try needs another key.
    if (status > 0) this.#forgetKey();
    if (code === NOT_YET || issues?.some((issue) => issue.code === NOT_YET)) this.#markUnavailable();
    showProblem(box, error);
    box.scrollIntoView({ block: 'nearest' });
  }

  #markUnavailable() {
    const option = byId('template').selectedOptions[0];
    if (option.dataset.unavailable === undefined) {
      option.dataset.unavailable = 'yes';
      this.#templates.find(({ template_uuid }) => template_uuid === option.value).isUnavailable = true;
    }
    this.#describe();
  }

  #describe() {
    const chosen = this.#templates.find(({ template_uuid }) => template_uuid === byId('template').value);
    if (chosen === undefined) return;
    const seeded = SEEDED[chosen.template_uuid];
    const about = seeded === undefined ? h('span', {}, chosen.description) : say(`${seeded}.about`);
    const not = chosen.isUnavailable ? say('template.unavailable', {}, 'strong') : null;
    byId('template-about').replaceChildren(...[not, not && ' ', about].filter((part) => part !== null));
  }

  #forgetKey() {
    this.#key = null;
  }
}

const SEEDED = {
  [COUNCIL_DEBATE]: 'template.debate',
  'c2264ddd-eb82-579e-9e40-36bba8d9924c': 'template.optimize',
  '1ddeed40-b360-57ca-87bc-e6e60c668f7b': 'template.codeReview',
  '66902429-d746-53d2-a3f7-90d50ec7584c': 'template.stressTest',
  'e16cd68b-9f96-596a-ac92-8331367b1bd5': 'template.quickDecision',
};

/** The debate first, then what users made, newest first as the server lists it, then the other system templates. */
function rank({ template_uuid, is_system }) {
  if (template_uuid === COUNCIL_DEBATE) return 0;
  return is_system ? 2 : 1;
}
