import { get, post } from './api.js';
import { confirmed } from './confirm-dialog.js';
import { byId } from './dom.js';
import { DocumentReader } from './document-reader.js';
import { paintEngine } from './engine.js';
import { LiveFeed } from './live-feed.js';
import { clearProblem, showProblem } from './problem-box.js';
import { ReportCard } from './report-card.js';
import { SeatCards } from './seat-cards.js';
import { applyDelta, applyEvent, newSessionState } from './session-state.js';
import { paintStatus, paintSteps, paintUsage } from './session-status.js';
import { sayIn } from './words.js';
import { paintVerdict } from './verdict-card.js';

/** How long changes may wait for each other before the page is painted. */
const PAINT_MS = 80;
const LOG_PAGE = 1_000;

/** One session, live or long past: read from its log, then followed over the socket until it ends. */
export class SessionPage {
  #reader = new DocumentReader();
  #report = new ReportCard();
  #uuid = null;
  #state = newSessionState();
  #seats = null;
  #feed = null;
  #timer = null;
  #grade = null;

  constructor() {
    document.addEventListener('language', () => this.#seats !== null && this.#paint());
    for (const action of ['pause', 'resume', 'stop']) {
      byId(action).addEventListener('click', () => void this.#steer(action));
    }
  }

  async open(uuid) {
    this.close();
    this.#uuid = uuid;
    this.#begin();
    try {
      const view = await get(`/api/v1/sessions/${uuid}`);
      paintEngine(view.engine);
      await this.#readLog(uuid);
    } catch (error) {
      if (uuid === this.#uuid) this.#fail(error);
      return;
    }
    if (uuid !== this.#uuid) return;
    this.#furnish();
    if (this.#state.hasEnded) await this.#finish(uuid);
    else this.#follow(uuid);
  }

  close() {
    this.#feed?.close();
    this.#feed = null;
    this.#uuid = null;
    clearTimeout(this.#timer);
    this.#timer = null;
  }

  #begin() {
    this.#state = newSessionState();
    this.#seats = null;
    this.#grade = null;
    clearProblem(byId('session-problem'));
    byId('session-title').textContent = '…';
    byId('session-objective').textContent = '';
    byId('connection').textContent = '';
    for (const id of ['steps', 'seats', 'document-lines']) byId(id).replaceChildren();
    for (const id of ['verdict', 'document', 'pause', 'resume', 'stop']) byId(id).hidden = true;
    this.#report.hide();
  }

  async #readLog(uuid) {
    for (;;) {
      const { events } = await get(`/api/v1/sessions/${uuid}/events?since=${this.#state.seq}&limit=${LOG_PAGE}`);
      if (uuid !== this.#uuid) return;
      for (const event of events) applyEvent(this.#state, event);
      if (events.length < LOG_PAGE) return;
    }
  }

  #furnish() {
    const { created } = this.#state;
    byId('session-title').textContent = created.title;
    byId('session-objective').textContent = created.objective;
    byId('session-objective').hidden = created.objective === '';
    this.#reader.open(created.document);
    this.#seats = new SeatCards(byId('seats'), created, this.#reader);
    this.#paint();
  }

  #follow(uuid) {
    this.#feed = new LiveFeed({
      sessionUuid: uuid,
      before: () => get(`/api/v1/sessions/${uuid}`),
      lastSeq: () => this.#state.seq,
      onFrame: (frame) => this.#take(frame),
      onState: (state, waitMs) =>
        sayIn(byId('connection'), `connection.${state}`, { seconds: Math.ceil(waitMs / 1_000) }),
    });
  }

  #take({ event, node_id: nodeId, data }) {
    if (data?.session_uuid !== undefined && data.session_uuid !== this.#uuid) return;
    if (event === 'token_stream') {
      if (!applyDelta(this.#state, data)) this.#feed.resubscribe();
    } else if (data?.seq !== undefined) applyEvent(this.#state, { event, seq: data.seq, node_id: nodeId, data });
    else if (event === 'error' && data.code !== 'STREAM.BEHIND') this.#fail({ problem: data });
    if (this.#state.hasEnded && this.#feed !== null) void this.#finish(this.#uuid);
    this.#timer ??= setTimeout(() => {
      this.#timer = null;
      this.#paint();
    }, PAINT_MS);
  }

  #paint() {
    const state = this.#state;
    paintStatus(state);
    paintSteps(state);
    paintUsage(state.usage);
    this.#seats.paint(state);
    paintVerdict(byId('verdict'), state.verdict, this.#grade);
    byId('pause').hidden = state.hasEnded || state.status === 'paused';
    byId('resume').hidden = state.status !== 'paused';
    byId('stop').hidden = state.hasEnded;
  }

  async #finish(uuid) {
    this.#feed?.close();
    this.#feed = null;
    byId('connection').textContent = '';
    delete byId('connection').dataset.word;
    try {
      const report = await this.#report.load(uuid, this.#reader);
      if (uuid !== this.#uuid) return this.#report.hide();
      this.#grade = report.grade;
      this.#paint();
    } catch (error) {
      if (uuid === this.#uuid) this.#fail(error);
    }
  }

  async #steer(action) {
    const uuid = this.#uuid;
    if (action === 'stop' && !(await confirmed('confirm.stop', 'stop'))) return;
    const button = byId(action);
    button.disabled = true;
    try {
      clearProblem(byId('session-problem'));
      await post(`/api/v1/sessions/${uuid}/control`, { action });
    } catch (error) {
      this.#fail(error);
    } finally {
      button.disabled = false;
    }
  }

  #fail(error) {
    showProblem(byId('session-problem'), error);
  }
}
