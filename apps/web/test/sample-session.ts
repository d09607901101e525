import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const COUNCIL_DEBATE = 'b2589b10-54d9-5ab0-bf6f-740f63051889';
const DEADLINE_MS = 60_000;
const SAMPLE = fileURLToPath(new URL('../../../examples/decision-memo.md', import.meta.url));

interface Session {
  readonly session_uuid: string;
  readonly status: string;
}

async function ask(url: string, body?: object): Promise<Session> {
  const headers = { 'content-type': 'application/json' };
  const answer = await fetch(url, body === undefined ? {} : { method: 'POST', headers, body: JSON.stringify(body) });
  if (!answer.ok) throw new Error(`${url}: ${await answer.text()}`);
  return (await answer.json()) as Session;
}

/** A debate on a sample document, played to its end by the rehearsal engine: so that lists and rooms have something to show. */
export async function playSampleSession(server: string): Promise<string> {
  const input = { document_content: readFileSync(SAMPLE, 'utf8') };
  const { session_uuid } = await ask(`${server}/api/v1/workflows/execute`, { template_uuid: COUNCIL_DEBATE, input });
  const deadline = Date.now() + DEADLINE_MS;
  for (;;) {
    const { status } = await ask(`${server}/api/v1/sessions/${session_uuid}`);
    if (status === 'completed') return session_uuid;
    if (Date.now() > deadline) throw new Error(`the sample session is ${status} after ${DEADLINE_MS} ms`);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}
