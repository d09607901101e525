// Councils whose server kills itself after a given event of their log, and the next server, which takes them up; for the
// crash matrix and its sample.
import { setTimeout as sleep } from 'node:timers/promises';
import { CouncilClient, COUNCIL_DEBATE } from './council-client.mjs';
import { SpawnedServer } from './spawned-server.mjs';

const COUNCIL_OPTIMIZE = 'c2264ddd-eb82-579e-9e40-36bba8d9924c';
const ENDED = ['completed', 'failed', 'cancelled'];
const PATIENCE_MS = 180_000;
const INPUT = {
  document_content:
    '# Move the archive\nThe archive moves in the second quarter.\nNobody has measured how long the copy takes.\n',
  optimization_objective: 'Decide whether to begin',
};
/** What the person decides, round by round. */
const DECISIONS = [
  { action: 'approve' },
  { action: 'continue' },
  { action: 'rollback' },
  { action: 'modify', data: { modified_content: '# Move the archive\nAfter the copy was measured.\n' } },
  { action: 'apply' },
];

export class KilledCouncils {
  server = null;
  #environment;
  #model;
  #optimize = null;
  #client = new CouncilClient(() => this.server.url);

  constructor(environment, model) {
    this.#environment = environment;
    this.#model = model;
  }

  /** How each council goes when nobody is killed. */
  async undisturbed(councils) {
    this.#spawn(null);
    await this.server.ready;
    const price = { provider: 'custom', model: 'm', input_per_1k: 0.001, output_per_1k: 0.002 };
    const priced = await this.#client.ask('PUT', '/api/v1/models/pricing', price);
    if (priced.status !== 200) throw new Error(`the price was refused: ${priced.text}`);
    const results = {};
    for (const council of councils) {
      const run = await this.#begin(council);
      if (!(await this.#converse(run))) throw new Error(`the server died undisturbed:\n${this.server.output}`);
      results[council] = await this.#resultOf(run);
    }
    await this.server.stop();
    return results;
  }

  /**
   * For each of these `{council, place}` a session in a process that dies with that event; the process after it takes the
   * session up, and then begins the next one. `tell(point, result)` hears how each ended.
   */
  async killAt(points, tell) {
    let left = null;
    for (const point of [...points, null]) {
      this.#spawn(point?.place ?? null);
      await this.server.ready;
      if (left !== null) {
        if (!(await this.#converse(left.run))) throw new Error(`the server died twice:\n${this.server.output}`);
        tell(left.point, await this.#resultOf(left.run));
      }
      if (point === null) break;
      const run = await this.#begin(point.council);
      run.isKilled = !(await this.#converse(run));
      // A log that was shorter than the place: nobody was killed.
      if (!run.isKilled) await this.server.stop();
      left = { point, run };
    }
    await this.server.stop();
  }

  #spawn(place) {
    this.server = new SpawnedServer({
      environment: {
        ...this.#environment,
        LLM_PROVIDER: 'custom',
        LLM_BASE_URL: this.#model.baseUrl,
        LLM_MODEL: 'm',
        COUNCIL_LEASE_MS: '750',
        ...(place === null ? {} : { COUNCIL_FAILPOINT: `after-seq:${place}` }),
      },
    });
  }

  async #begin(council) {
    const firstCall = this.#model.journal.length;
    const run = { id: null, before: await this.#newest(), firstCall, isKilled: false };
    const body = { ...(await this.#formOf(council)), input: INPUT, title: 'A council', language: 'en' };
    const answer = await this.#ask('POST', '/api/v1/workflows/execute', body);
    // The server died with the answer on its lips: whether the session exists, the next one says.
    if (answer !== null) {
      if (answer.status !== 202) throw new Error(`execute answered ${answer.status}: ${answer.text}`);
      run.id = answer.body.session_uuid;
    }
    return run;
  }

  /** Debate is the seeded one; Optimize has its gate opened for all seven decisions. */
  async #formOf(council) {
    if (council === 'debate') return { template_uuid: COUNCIL_DEBATE };
    if (this.#optimize === null) {
      const { graph } = await this.#client.get(`/api/v1/templates`).then(templateIn);
      delete graph.nodes.human_review.properties.actions;
      this.#optimize = { ...graph, workflow_uuid: '' };
    }
    return { graph: this.#optimize };
  }

  /** Speaks for the person until the session has ended, or the server. False: the server. */
  async #converse(run) {
    run.id ??= await this.#foundAfter(run.before);
    for (const deadline = Date.now() + PATIENCE_MS; Date.now() < deadline; await sleep(20)) {
      if (run.id === null) return false;
      const answer = await this.#ask('GET', `/api/v1/sessions/${run.id}`);
      if (answer === null) return false;
      if (ENDED.includes(answer.body.status)) return true;
      for (const review of answer.body.waiting_for) if (!(await this.#decide(run, review))) return false;
    }
    throw new Error(
      `the session did not end:\n${JSON.stringify(await this.#client.session(run.id))}\n${this.server.output}`,
    );
  }

  /** The same decision again when its answer was lost: it stands, or it was never taken. */
  async #decide(run, { review_uuid, round }) {
    const decision = DECISIONS[round - 1];
    const answer = await this.#ask('POST', `/api/v1/reviews/${review_uuid}/decision`, decision);
    if (answer === null) {
      run.unanswered = { review_uuid, decision };
      return false;
    }
    if (answer.status !== 200 && answer.body.code !== 'REVIEW.DECIDED') {
      throw new Error(`the decision was refused: ${answer.text}`);
    }
    return true;
  }

  async #foundAfter(before) {
    const newest = await this.#newest();
    return newest === before ? null : newest;
  }

  async #newest() {
    const answer = await this.#ask('GET', '/api/v1/sessions?limit=1');
    return answer?.body.items[0]?.session_uuid ?? null;
  }

  /** Null: the server is gone. */
  async #ask(method, path, body) {
    if (!this.server.isAlive) return null;
    try {
      return await this.#client.ask(method, path, body);
    } catch (error) {
      const hasGone = await Promise.race([this.server.exited.then(() => true), sleep(5_000, false)]);
      if (hasGone) return null;
      throw error;
    }
  }

  async #resultOf({ id, firstCall, isKilled, unanswered = null }) {
    const again = unanswered === null ? null : await this.#sendAgain(unanswered);
    const client = this.#client;
    const [session, log, messages, report] = await Promise.all([
      client.session(id),
      client.events(id),
      client.messages(id),
      client.report(id).catch((error) => error.message),
    ]);
    const calls = this.#model.journal.slice(firstCall);
    return { session, log, messages, report, ledger: await client.ledger(id), calls, isKilled, again };
  }

  /** A client that never heard that its decision was taken may ask at any time, also when all is over. */
  async #sendAgain({ review_uuid, decision }) {
    const { status, body } = await this.#client.ask('POST', `/api/v1/reviews/${review_uuid}/decision`, decision);
    return { status, code: body.code, action: body.review?.decision?.action };
  }
}

const templateIn = (templates) => templates.find(({ template_uuid }) => template_uuid === COUNCIL_OPTIMIZE);
