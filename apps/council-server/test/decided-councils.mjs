// Councils that stop and ask a person, and what must be true of them however often, by whom and when it is decided.
import { setTimeout as sleep } from 'node:timers/promises';

const AFFIRMATIVE = 'a5317f00-f528-5d43-a733-85c5b531a2e3';
const NEGATIVE = '94cc1d02-4d8e-53f3-8891-4621767b8b81';
const ENDED = ['completed', 'failed', 'cancelled'];
const PATIENCE_MS = 120_000;
const DOCUMENT = '# Move the archive\nThe archive moves in the second quarter.\n';

/** One seat before the gate and one behind it; or, with rounds, a loop around both. */
export function gatedGraph(gate = {}, rounds = 0) {
  const node = (node_id, type, next_ids, properties = {}) => [
    node_id,
    { node_id, type, name: node_id, next_ids, properties },
  ];
  const behind =
    rounds === 0
      ? node('second', 'agent', ['end'], { agent_uuid: NEGATIVE })
      : node('loop', 'loop', ['first', 'end'], { max_rounds: rounds });
  return {
    name: 'gated',
    start_node_id: 'start',
    nodes: Object.fromEntries([
      node('start', 'start', ['first']),
      node('first', 'agent', ['gate'], { agent_uuid: AFFIRMATIVE }),
      node('gate', 'human_review', [behind[0]], gate),
      behind,
      node('end', 'end', []),
    ]),
  };
}

export class DecidedCouncils {
  #asks;
  #model;
  #opened = 0;

  /** `asks`: a way to reach each server, `(method, path, body) => {status, body}`. */
  constructor(asks, model) {
    this.#asks = asks;
    this.#model = model;
  }

  ask(server, method, path, body) {
    return this.#asks[server % this.#asks.length](method, `/api/v1${path}`, body);
  }

  /** A council that waits for a decision. */
  async open(graph) {
    this.#opened += 1;
    const objective = `Decide case ${this.#opened} of ${Date.now()}`;
    const input = { document_content: DOCUMENT, optimization_objective: objective };
    const answer = await this.ask(this.#opened, 'POST', '/workflows/execute', { graph, input, language: 'en' });
    if (answer.status !== 202) throw new Error(`execute answered ${answer.status}: ${JSON.stringify(answer.body)}`);
    const id = answer.body.session_uuid;
    return { id, objective, review: await this.asked(id, 1) };
  }

  /** The review of that round, as soon as it is asked; by now it may have been decided by its deadline. */
  async asked(id, round) {
    for (const deadline = Date.now() + PATIENCE_MS; Date.now() < deadline; await sleep(25)) {
      const { status, body } = await this.ask(0, 'GET', `/sessions/${id}/reviews`);
      const review = status === 200 ? body.find((other) => other.round === round) : undefined;
      if (review !== undefined) return review;
    }
    throw new Error(`nobody was asked in round ${round} of ${id}`);
  }

  decide(server, { review_uuid }, action, data = undefined) {
    return this.ask(server, 'POST', `/reviews/${review_uuid}/decision`, {
      action,
      ...(data === undefined ? {} : { data }),
    });
  }

  ended(id) {
    return this.until(id, (session) => (ENDED.includes(session.status) ? session : undefined));
  }

  async until(id, look) {
    let session;
    for (const deadline = Date.now() + PATIENCE_MS; Date.now() < deadline; await sleep(25)) {
      const answer = await this.ask(0, 'GET', `/sessions/${id}`).catch(() => null);
      session = answer?.body;
      const found = answer?.status === 200 ? look(session) : undefined;
      if (found !== undefined) return found;
    }
    throw new Error(`waited in vain: ${JSON.stringify(session)}`);
  }

  /** The text under work. */
  async document(id) {
    const { body } = await this.ask(0, 'GET', `/sessions/${id}/events?limit=1000`);
    const dataOf = (name) => body.events.filter(({ event }) => event === name).map(({ data }) => data);
    const version = dataOf('document:moved').at(-1)?.version ?? 1;
    return dataOf('file:written').find((file) => file.version === version)?.content;
  }

  /**
   * What is wrong with a council that has ended: each review was decided once at most, each answer of 200 is a decision
   * in the log, each other answer names the one that stands, each decision had one effect, and nobody was asked twice.
   */
  async faults({ id, objective }, answers) {
    const { body } = await this.ask(0, 'GET', `/sessions/${id}/events?limit=1000`);
    const calls = this.#model.journal.filter((call) => call.objective === objective);
    return [...faultsOf(body.events, calls, answers)];
  }
}

function* faultsOf(log, calls, answers) {
  const of = (name) => log.filter(({ event }) => event === name);
  const decided = of('review:decided').map(({ data }) => data);
  const ids = decided.map(({ review_uuid }) => review_uuid);
  if (new Set(ids).size !== ids.length) yield 'a review was decided twice';
  if (log.some(({ seq }, index) => seq !== index + 1)) yield 'the log has gaps';
  if (log.findIndex(({ event }) => event === 'execution:completed') !== log.length - 1)
    yield 'not one end, and that last';
  const taken = answers.filter(({ status }) => status === 200).length;
  const byPeople = decided.filter(({ is_automatic }) => !is_automatic).length;
  if (taken !== byPeople) yield `${taken} decisions were taken, ${byPeople} stand in the log`;
  for (const { status, body } of answers) {
    if (status !== 200 && status !== 409) yield `a decision was answered with ${status}: ${JSON.stringify(body)}`;
    if (status === 409 && body.code === 'REVIEW.DECIDED') {
      const stands = decided.find(({ review_uuid }) => review_uuid === body.review?.review_uuid);
      if (stands?.action !== body.review?.decision?.action) yield 'the conflict names another decision than the log';
    }
  }
  if (of('node_resumed').length > decided.length) yield 'the node went on more often than it was decided';
  const written = of('file:written').filter(({ data }) => data.reason === 'review').length;
  const modified = decided.filter(({ action }) => action === 'modify').length;
  if (written > modified) yield 'a text was written twice';
  if (of('document:moved').length > decided.length) yield 'the document was moved more often than it was decided';
  const prompts = calls.map(({ seat, mark }) => `${seat} ${mark}`);
  const again = prompts.length - new Set(prompts).size;
  // A process that stood still for longer than its lease has lost what it was in the middle of.
  const orphans = of('model_call:failed').filter(({ data }) => data.error.code === 'MODEL.ORPHANED').length;
  if (again > orphans) yield `a model was asked the same twice, ${again} times, and ${orphans} calls were lost`;
}
