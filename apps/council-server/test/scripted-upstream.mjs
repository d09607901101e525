// A model server of our own on loopback that speaks OpenAI's protocol, answers as scripted and keeps a journal; for
// end-to-end tests and proofs (which are not TypeScript).
import { createHash } from 'node:crypto';
import { createServer } from 'node:http';

const STREAM = { 'content-type': 'text/event-stream' };

export class ScriptedUpstream {
  /** One entry a call, in the order of arrival. */
  journal = [];
  #sockets = new Set();
  #open = 0;
  #server;

  constructor(reply) {
    this.#server = createServer((request, response) => void this.#answer(reply, request, response));
    this.#server.on('connection', (socket) => {
      this.#sockets.add(socket);
      socket.on('close', () => this.#sockets.delete(socket)).on('error', () => undefined);
    });
  }

  static async start(reply) {
    const upstream = new ScriptedUpstream(reply);
    await new Promise((resolve) => upstream.#server.listen(0, '127.0.0.1', resolve));
    return upstream;
  }

  get baseUrl() {
    return `http://127.0.0.1:${this.#server.address().port}/v1`;
  }

  /** Calls whose callers still wait for the rest of their answer. */
  get openCalls() {
    return this.#open;
  }

  async stop() {
    for (const socket of this.#sockets) socket.destroy();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  async #answer(reply, request, response) {
    let text = '';
    for await (const chunk of request) text += chunk;
    const prompt = JSON.parse(text)
      .messages.map((message) => message.content)
      .join('\n\n');
    const seat = seatOf(prompt);
    if (seat === null) {
      response.writeHead(400).end('{"error":{"message":"this prompt is none of a Council Debate in English"}}');
      return;
    }
    const { authorization = null, traceparent = null } = request.headers;
    const call = { seat, prompt, authorization, traceparent, isHalted: false };
    this.journal.push(call);
    this.#open += 1;
    response.once('close', () => (this.#open -= 1));
    const nth = this.journal.filter((other) => other.seat === seat && isSameSession(other, call)).length;
    await reply(response, { ...call, nth });
    call.isHalted = !response.writableEnded && !response.destroyed;
  }
}

/** The judge alone reads others' analyses; the sides are told which one they are on. */
function seatOf(prompt) {
  if (/<analysis id="\w{12}"/.test(prompt)) return 'judge';
  if (prompt.includes('Your seat argues FOR')) return 'for';
  if (prompt.includes('Your seat argues AGAINST')) return 'against';
  return null;
}

/** The nonce of the document's fence derives from the session's seed. */
const sessionMark = (prompt) => /<document id="(\w+)"/.exec(prompt)?.[1] ?? prompt;
const isSameSession = (one, other) => sessionMark(one.prompt) === sessionMark(other.prompt);

export const piece = (content) =>
  `data: ${JSON.stringify({ id: 'c', object: 'chat.completion.chunk', model: 'm', choices: [{ index: 0, delta: { content }, finish_reason: null }] })}\n\n`;

export const ending = (reason = 'stop') =>
  `data: ${JSON.stringify({ id: 'c', object: 'chat.completion.chunk', model: 'm', choices: [{ index: 0, delta: {}, finish_reason: reason }] })}\n\ndata: [DONE]\n\n`;

/** Streams the seat's answer in pieces; where `halts` says so, it stays silent from the middle on. */
export function speaks({ pieces, pauseMs, halts = () => false }) {
  return async (response, call) => {
    const answer = answerOf(call);
    const size = Math.ceil(answer.length / pieces);
    response.writeHead(200, STREAM);
    for (let at = 0; at < answer.length; at += size) {
      if (response.destroyed || (at > answer.length / 2 && halts(call))) return;
      response.write(piece(answer.slice(at, at + size)));
      await new Promise((resolve) => setTimeout(resolve, pauseMs));
    }
    if (!response.destroyed) await new Promise((resolve) => response.on('close', resolve).end(ending()));
  };
}

/** Depends on every word of the prompt but the nonces: a council that resumes with another prompt gets another answer. */
export function answerOf({ seat, prompt }) {
  const asked = prompt.replaceAll(/ id="\w{12}"/g, '');
  const mark = createHash('sha256').update(asked).digest('hex').slice(0, 12);
  const analysis = `${OPENINGS[seat]} (${mark})\n\n${quotations(asked, seat).join('\n')}`;
  return seat === 'judge'
    ? `${analysis}\n\n\`\`\`json\n${JSON.stringify(JUDGEMENT)}\n\`\`\``
    : `${analysis}\n\nThat is all.`;
}

const OPENINGS = {
  for: 'The plan holds where it matters.',
  against: 'The plan rests on what nobody has shown.',
  judge: 'Both sides have been weighed.',
};

const JUDGEMENT = {
  score: { strategic_alignment: 80, practical_value: 60, logical_consistency: 70, weighted_total: 71 },
  verdict: 'Go on, and mend the order of the steps.',
  exit_recommendation: false,
  disputes: [
    { topic: 'The order', affirmative: 'It fits.', negative: 'It is late.', ruling: 'Mend it.', lines: 'L1-2' },
  ],
  orders: [{ order: 'Put the risky step first.', lines: 'L3' }],
};

/** Each side leans on lines of its own; the judge on both. */
function quotations(prompt, seat) {
  const lines = [...prompt.matchAll(/^L(\d+)\| ([^"“”「」『』\n]{20,})$/gm)];
  const step = { for: 3, against: 4, judge: 5 }[seat];
  return lines
    .filter((_, index) => index % step === 0)
    .slice(0, 8)
    .map(([, number, words]) => `- "${words.trim()}" [Ref: L${number}]`);
}
