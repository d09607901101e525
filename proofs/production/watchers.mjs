// Clients as browsers are: whatever cuts them off, they come back and say where they stood. They keep what they were shown.
import { TextDecoderStream } from 'node:stream/web';
import { WebSocket } from 'ws';

const BACK_AFTER_MS = 100;

class Watcher {
  /** Numbers of durable frames, in the order of arrival. */
  seqs = [];
  /** When text came that is not kept. */
  deltasAt = [];
  /** How lines ended that were not ours to end. */
  breaks = [];
  strange = [];
  isStopped = false;
  #end;
  ended = new Promise((resolve) => (this.#end = resolve));

  get last() {
    return this.seqs.at(-1) ?? 0;
  }

  take({ event, data }) {
    if (event === 'error' && data?.code !== undefined) this.strange.push(data.code);
    if (event === 'token_stream') this.deltasAt.push(Date.now());
    if (data?.seq !== undefined) this.seqs.push(data.seq);
    if (event !== 'execution:completed') return;
    this.isStopped = true;
    this.#end(data.status);
  }

  /** Everything that a client sees who comes when all is over, and nothing twice. */
  misses(whole) {
    const seen = new Set(this.seqs);
    return whole.filter((seq) => !seen.has(seq));
  }

  get repeated() {
    return this.seqs.length - new Set(this.seqs).size;
  }
}

export class SocketWatcher extends Watcher {
  #socket;

  constructor(url, headers, session) {
    super();
    this.#open(url.replace(/^http/, 'ws'), headers, session);
  }

  stop() {
    this.isStopped = true;
    this.#socket.terminate();
  }

  #open(url, headers, session) {
    if (this.isStopped) return;
    const socket = new WebSocket(`${url}/ws`, { headers });
    this.#socket = socket;
    socket.on('open', () => socket.send(JSON.stringify({ cmd: 'subscribe', session_uuid: session, since: this.last })));
    socket.on('message', (text) => {
      this.take(JSON.parse(String(text)));
      if (this.isStopped) socket.close();
    });
    socket.on('error', (error) => this.breaks.push(error.message));
    socket.on('close', (code) => {
      if (this.isStopped) return;
      this.breaks.push(code);
      setTimeout(() => this.#open(url, headers, session), BACK_AFTER_MS);
    });
  }
}

export class StreamWatcher extends Watcher {
  #abort = new AbortController();

  constructor(url, headers, session) {
    super();
    void this.#follow(`${url}/api/v1/sessions/${session}/stream`, headers);
  }

  stop() {
    this.isStopped = true;
    this.#abort.abort();
  }

  async #follow(url, headers) {
    while (!this.isStopped) {
      const from = this.last === 0 ? {} : { 'last-event-id': String(this.last) };
      try {
        await this.#read(await fetch(url, { headers: { ...headers, ...from }, signal: this.#abort.signal }));
        if (!this.isStopped) this.breaks.push('ended');
      } catch (error) {
        if (!this.isStopped) this.breaks.push(error.message);
      }
      if (!this.isStopped) await new Promise((resolve) => setTimeout(resolve, BACK_AFTER_MS));
    }
  }

  async #read(response) {
    if (response.status !== 200) throw new Error(`the stream answered ${response.status}`);
    let rest = '';
    for await (const text of response.body.pipeThrough(new TextDecoderStream())) {
      const parts = `${rest}${text}`.split('\n\n');
      rest = parts.pop();
      for (const part of parts) this.#take(part);
      if (this.isStopped) return this.stop();
    }
  }

  #take(part) {
    const data = /^data: (.*)$/m.exec(part)?.[1];
    if (data !== undefined) this.take(JSON.parse(data));
  }
}
