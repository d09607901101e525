const HEARTBEAT_MS = 30_000;
const ANSWER_MS = 10_000;
const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 30_000;

/**
 * A session's frames over `/ws`, through every break: it comes back after a wait that doubles, and says which event it
 * saw last. A heartbeat finds connections that died without a word.
 */
export class LiveFeed {
  #socket = null;
  #timers = new Set();
  #failures = 0;
  #isClosed = false;
  #onOnline = () => this.#retryNow();

  /** `before()` is awaited before each connection and may throw; `lastSeq()` says where to go on; `onState(state, waitMs)`. */
  constructor({ sessionUuid, before, lastSeq, onFrame, onState }) {
    Object.assign(this, { sessionUuid, before, lastSeq, onFrame, onState });
    addEventListener('online', this.#onOnline);
    void this.#connect();
  }

  /** Asks for everything after the last event again, and for the text that is being spoken from its begin. */
  resubscribe() {
    this.#send({ cmd: 'subscribe', session_uuid: this.sessionUuid, since: this.lastSeq() });
  }

  close() {
    this.#isClosed = true;
    removeEventListener('online', this.#onOnline);
    this.#drop();
  }

  async #connect() {
    this.onState('connecting', 0);
    try {
      await this.before();
    } catch (error) {
      if (error.problem?.status === 404) return;
      this.#waitAndRetry();
      return;
    }
    if (this.#isClosed) return;
    const socket = new WebSocket(`${location.origin.replace(/^http/, 'ws')}/ws`);
    this.#socket = socket;
    const isCurrent = () => socket === this.#socket;
    socket.addEventListener('open', () => isCurrent() && this.#begin());
    socket.addEventListener('message', ({ data }) => isCurrent() && this.#receive(JSON.parse(data)));
    socket.addEventListener('close', () => isCurrent() && this.#waitAndRetry());
  }

  #begin() {
    this.resubscribe();
    this.onState('open', 0);
    this.#beat();
  }

  #receive(frame) {
    this.#failures = 0;
    if (frame.event === 'pong') this.#beat();
    else this.onFrame(frame);
  }

  /** After a while a ping; no answer to it, and the connection is taken for dead. */
  #beat() {
    this.#clear();
    this.#after(HEARTBEAT_MS, () => {
      this.#send({ cmd: 'ping' });
      this.#after(ANSWER_MS, () => this.#waitAndRetry());
    });
  }

  #waitAndRetry() {
    this.#drop();
    if (this.#isClosed) return;
    // A little chance, so that many pages do not come back in the same moment.
    const waitMs = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** this.#failures) * (0.75 + Math.random() / 2);
    this.#failures += 1;
    this.onState('waiting', waitMs);
    this.#after(waitMs, () => void this.#connect());
  }

  #retryNow() {
    if (this.#socket !== null || this.#timers.size === 0) return;
    this.#clear();
    void this.#connect();
  }

  #send(command) {
    if (this.#socket?.readyState === WebSocket.OPEN) this.#socket.send(JSON.stringify(command));
  }

  #drop() {
    this.#clear();
    const socket = this.#socket;
    this.#socket = null;
    socket?.close();
  }

  #after(ms, action) {
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      action();
    }, ms);
    this.#timers.add(timer);
  }

  #clear() {
    for (const timer of this.#timers) clearTimeout(timer);
    this.#timers.clear();
  }
}
