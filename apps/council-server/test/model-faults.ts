import type { ServerResponse } from 'node:http';
import { ending, piece, type Reply, speaks } from './scripted-upstream.mjs';

/** No pattern knows it for a key: only whoever has it can take it out. */
export const CANARY = 'Canary0815CouncilKey4711';
/** Long enough for a busy machine to answer in time what is answered at all. */
export const DEADLINES = { firstTokenMs: 5_000, idleMs: 5_000, totalMs: 13_000 };

/** Whatever the error is, the upstream repeats the key in it. */
const refuses =
  (status: number, headers: Readonly<Record<string, string>> = {}): Reply =>
  (response, { authorization }) => {
    const message = `You sent "${authorization ?? ''}" and that is a ${status}; ${CANARY}`;
    response.writeHead(status, { 'content-type': 'application/json', 'x-echo': CANARY, ...headers });
    response.end(JSON.stringify({ error: { message, type: CANARY, param: CANARY, code: CANARY } }));
  };

const begins =
  (then: (response: ServerResponse) => void, ...lines: readonly string[]): Reply =>
  (response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    for (const line of lines) response.write(line);
    setTimeout(then, 20, response);
  };

const hangs: Reply = () => undefined;
const cut = begins((response) => response.destroy(), piece('Half a sent'));
const silent = begins(() => undefined, piece('Half a sent'));
const malformed = begins((response) => response.end(), `data: {"choices": [{"delta": ${CANARY}\n\n`);
const page = begins((response) => response.end(), `<html>${CANARY}</html>`);
const empty = begins((response) => response.end(ending()));
const breaksOff = begins(
  (response) => response.end(),
  piece('Half a sent'),
  `data: {"error": {"message": "overloaded, ${CANARY}"}}\n\n`,
);
/** Never silent, never done. */
const dribbles: Reply = (response) => {
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  const timer = setInterval(() => response.write(piece('and ')), 100);
  response.on('close', () => {
    clearInterval(timer);
  });
};
const well = speaks({ pieces: 6, pauseMs: 2 });

export interface Fault {
  readonly name: string;
  /** The first answers to the seat; the last one repeats. */
  readonly replies: readonly Reply[];
  /** The codes of the attempts that failed, in order. */
  readonly failed: readonly string[];
}

export const HEALED: readonly Fault[] = [
  {
    name: '429 with Retry-After',
    replies: [refuses(429, { 'retry-after': '1' }), well],
    failed: ['MODEL.RATE_LIMITED'],
  },
  { name: '429 without Retry-After', replies: [refuses(429), well], failed: ['MODEL.RATE_LIMITED'] },
  { name: 'a 500', replies: [refuses(500), well], failed: ['MODEL.UPSTREAM'] },
  { name: 'no first word', replies: [hangs, well], failed: ['MODEL.TIMEOUT'] },
  { name: 'silence in the middle', replies: [silent, well], failed: ['MODEL.TIMEOUT'] },
  { name: 'a cut stream', replies: [cut, well], failed: ['MODEL.CUT_STREAM'] },
  { name: 'a malformed stream', replies: [malformed, well], failed: ['MODEL.MALFORMED'] },
  { name: 'an empty answer', replies: [empty, well], failed: ['MODEL.EMPTY'] },
  { name: 'an error in mid-stream', replies: [breaksOff, well], failed: ['MODEL.UPSTREAM'] },
];

const twice = (code: string): readonly string[] => [code, code];
export const FATAL: readonly Fault[] = [
  { name: '401 for ever', replies: [refuses(401)], failed: ['MODEL.UNAUTHORIZED'] },
  { name: '403 for ever', replies: [refuses(403)], failed: ['MODEL.UNAUTHORIZED'] },
  { name: '429 for ever', replies: [refuses(429)], failed: twice('MODEL.RATE_LIMITED') },
  { name: '429 for an hour', replies: [refuses(429, { 'retry-after': '3600' })], failed: ['MODEL.RATE_LIMITED'] },
  { name: '500 for ever', replies: [refuses(500)], failed: twice('MODEL.UPSTREAM') },
  { name: 'never a word', replies: [hangs], failed: twice('MODEL.TIMEOUT') },
  { name: 'never an end', replies: [dribbles], failed: ['MODEL.TIMEOUT'] },
  { name: 'cut for ever', replies: [cut], failed: twice('MODEL.CUT_STREAM') },
  { name: 'malformed for ever', replies: [malformed], failed: twice('MODEL.MALFORMED') },
  { name: 'a page for ever', replies: [page], failed: twice('MODEL.MALFORMED') },
  { name: 'empty for ever', replies: [empty], failed: twice('MODEL.EMPTY') },
];

/** The objective names the fault; it strikes one side, and the other seats get what they asked for. */
export const faultyReply: Reply = (response, call) => {
  const fault = [...HEALED, ...FATAL].find(({ name }) => call.prompt.includes(objectiveOf(name)));
  if (call.seat !== 'against' || fault === undefined) return well(response, call);
  const reply = fault.replies[Math.min(call.nth, fault.replies.length) - 1] ?? well;
  return reply(response, call);
};

export const objectiveOf = (name: string): string => `Decide in spite of: ${name}.`;
