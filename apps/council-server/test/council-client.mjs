// What tests and proofs (which are not TypeScript) ask of a running server over HTTP.
import { TextDecoderStream } from 'node:stream/web';

/** The seeded template. */
export const COUNCIL_DEBATE = 'b2589b10-54d9-5ab0-bf6f-740f63051889';
const ENDED = ['completed', 'failed', 'cancelled'];
const POLL_MS = 25;

export class CouncilClient {
  #urlOf;
  #own;

  /** `urlOf` is asked before each request: a server that was started anew has another port. `own` are headers of every request. */
  constructor(urlOf, own = {}) {
    this.#urlOf = urlOf;
    this.#own = own;
  }

  async ask(method, path, body, more = {}) {
    const type = body === undefined ? {} : { 'content-type': 'application/json' };
    const headers = { ...this.#own, ...type, ...more };
    const payload = body === undefined ? undefined : JSON.stringify(body);
    const response = await fetch(`${this.#urlOf()}${path}`, { method, headers, body: payload });
    const text = await response.text();
    const isJson = /\bjson\b/.test(response.headers.get('content-type') ?? '');
    const isReplayed = response.headers.get('idempotency-replayed') === 'true';
    return { status: response.status, text, body: isJson ? JSON.parse(text) : null, isReplayed };
  }

  /** Rejects unless the answer is a success. */
  async get(path) {
    const answer = await this.ask('GET', path);
    if (answer.status !== 200) throw new Error(`GET ${path} answered ${answer.status}: ${answer.text}`);
    return answer.body ?? answer.text;
  }

  async convene({ document, objective, ...more }) {
    const answer = await this.ask('POST', '/api/v1/workflows/execute', {
      template_uuid: COUNCIL_DEBATE,
      input: { document_content: document, optimization_objective: objective },
      ...more,
    });
    if (answer.status !== 202) throw new Error(`execute answered ${answer.status}: ${answer.text}`);
    return answer.body.session_uuid;
  }

  session(id) {
    return this.get(`/api/v1/sessions/${id}`);
  }

  async events(id) {
    return (await this.get(`/api/v1/sessions/${id}/events?limit=1000`)).events;
  }

  async messages(id) {
    return (await this.get(`/api/v1/sessions/${id}/messages`)).items;
  }

  report(id) {
    return this.get(`/api/v1/sessions/${id}/report?format=md`);
  }

  ledger(id) {
    return this.get(`/api/v1/sessions/${id}/ledger`);
  }

  /** Answers the session as it ended. */
  async untilEnded(id, timeoutMs = 30_000) {
    let session = await this.session(id);
    const deadline = Date.now() + timeoutMs;
    while (!ENDED.includes(session.status)) {
      if (Date.now() > deadline) throw new Error(`the session is still ${session.status} after ${timeoutMs} ms`);
      await new Promise((resolve) => setTimeout(resolve, POLL_MS));
      session = await this.session(id);
    }
    return session;
  }

  /** Resolves when an event of the session's stream, durable or not, is wanted. */
  async untilSeen(id, isWanted) {
    const response = await fetch(`${this.#urlOf()}/api/v1/sessions/${id}/stream`, { headers: this.#own });
    let rest = '';
    for await (const text of response.body.pipeThrough(new TextDecoderStream())) {
      const lines = `${rest}${text}`.split('\n');
      rest = lines.pop();
      if (lines.some((line) => line.startsWith('data:') && isWanted(JSON.parse(line.slice(5))))) return;
    }
    throw new Error('the stream ended before what was waited for');
  }
}

/** A report without what the session has used: calls that are made again are paid for again. */
export const withoutBill = (report) => report.replace(/(?<=^## Price\n\n).+$/m, '(bill)');
