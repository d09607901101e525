// Somebody at the door: asks to be let in, from an address that a trusted proxy names, or from one of loopback's own.
import { Agent, request } from 'node:http';

const lines = new Agent({ keepAlive: true, maxSockets: 64 });
/** From an address of loopback that is no trusted proxy: a line for each request would end the ephemeral ports. */
const linesFrom = new Map();

/** What differs between any two answers, and says nothing of who was asked for. */
const OF_EVERY_ANSWER = new Set(['date', 'x-request-id', 'retry-after', 'ratelimit-reset', 'ratelimit-remaining']);

/** `forwarded`: what stands in X-Forwarded-For; `from`: the address that the connection itself comes from. */
export function signIn(url, { name, password, forwarded, from }) {
  const body = JSON.stringify({ name, password });
  const headers = {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
    ...(forwarded === undefined ? {} : { 'x-forwarded-for': forwarded }),
  };
  if (from !== undefined && !linesFrom.has(from)) linesFrom.set(from, new Agent({ keepAlive: true, maxSockets: 16 }));
  const agent = from === undefined ? lines : linesFrom.get(from);
  const startedAt = performance.now();
  return new Promise((resolve, reject) => {
    const asked = request(`${url}/api/v1/auth/sign-in`, { method: 'POST', headers, agent, localAddress: from });
    asked.on('error', reject);
    asked.on('response', async (response) => {
      let text = '';
      for await (const part of response.setEncoding('utf8')) text += part;
      const { statusCode: status } = response;
      const ms = performance.now() - startedAt;
      resolve({ status, text, ms, code: /"code":"([^"]+)"/.exec(text)?.[1] ?? null, shape: shapeOf(response, text) });
    });
    asked.end(body);
  });
}

/** All that an answer shows but for its time, the request's own number and how long to wait. */
function shapeOf({ statusCode, headers }, text) {
  const shown = Object.entries(headers).filter(([name]) => !OF_EVERY_ANSWER.has(name));
  const words = text.replace(/"(request_id|instance)":"[^"]*"/g, '"$1":"-"').replaceAll(/\b\d+ s\b/g, 'so many s');
  return JSON.stringify([statusCode, shown.filter(([name]) => name !== 'content-length'), words]);
}

export function closeLines() {
  for (const agent of [lines, ...linesFrom.values()]) agent.destroy();
}

/** So many at once, until there are no more. */
export async function crowd(tries, atOnce, knock) {
  const queue = tries[Symbol.iterator]();
  const answers = [];
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (let next = queue.next(); !next.done; next = queue.next()) answers.push(await knock(next.value));
    }),
  );
  return answers;
}
