// A session with many thousands of messages, made of the log of a real one: rounds of the same three turns.
const TURNS_A_ROUND = 3;

/** The log of `real`, then rounds of its turns until there are `messages` of them. It still runs. */
export function longLog(real, messages) {
  const created = real.find(({ event }) => event === 'session:created');
  const spoken = real.filter(({ event }) => event === 'message:completed').slice(0, TURNS_A_ROUND);
  const events = [created, real.find(({ event }) => event === 'execution:started')];
  // All of it lies in the past: what is spoken now comes after it.
  const begin = Date.parse(created.timestamp) - messages * 1_000;
  const add = (event, at) => events.push({ ...event, timestamp: new Date(begin + at * 1_000).toISOString() });
  for (let at = 0; at < messages; at += 1) {
    const message = spoken[at % TURNS_A_ROUND];
    const round = Math.floor(at / TURNS_A_ROUND) + 1;
    const { node_id } = message;
    add({ event: 'node_state_change', node_id, data: { status: 'running', round } }, at);
    add({ ...message, data: { ...message.data, turn_id: `${node_id}#${round}` } }, at);
    add({ event: 'node_state_change', node_id, data: { status: 'completed', round } }, at);
  }
  return events.map((event, at) => ({ ...event, seq: at + 1 }));
}

/** Pieces of a turn that is being spoken, and its end. */
export class SpokenTurns {
  #sessionUuid;
  #nodeId;
  #message;
  #seq;
  #pass;
  #offset = 0;
  #words;

  constructor(sessionUuid, log, words) {
    const last = log.findLast(({ event }) => event === 'message:completed');
    this.#sessionUuid = sessionUuid;
    this.#message = last;
    this.#nodeId = last.node_id;
    this.#seq = log.at(-1).seq;
    this.#pass = log.length;
    this.#words = words;
  }

  /** The next frames: a piece of four characters, and after the last piece the whole. */
  next() {
    const turn_id = `${this.#nodeId}#${this.#pass}`;
    const chunk = this.#words.slice(this.#offset, this.#offset + 4);
    if (chunk === '') return this.#end(turn_id);
    const data = {
      session_uuid: this.#sessionUuid,
      node_id: this.#nodeId,
      turn_id,
      attempt: 1,
      offset: this.#offset,
      chunk,
    };
    this.#offset += chunk.length;
    return [this.#frame('token_stream', data)];
  }

  #end(turn_id) {
    this.#pass += 1;
    this.#offset = 0;
    const data = { ...this.#message.data, turn_id, content: this.#words, references: [] };
    return [this.#durable('message:completed', data)];
  }

  #durable(event, data) {
    this.#seq += 1;
    return this.#frame(event, { ...data, session_uuid: this.#sessionUuid, seq: this.#seq });
  }

  #frame(event, data) {
    return JSON.stringify({ event, timestamp: new Date().toISOString(), node_id: this.#nodeId, data });
  }
}
