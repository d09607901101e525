import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const COUNCIL_OPTIMIZE = 'c2264ddd-eb82-579e-9e40-36bba8d9924c';
const SAMPLE = fileURLToPath(new URL('../../../examples/decision-memo.md', import.meta.url));

/** Mends a document round after round, and asks a person in each. */
export const optimizeRequest = () => ({
  template_uuid: COUNCIL_OPTIMIZE,
  input: {
    document_content: readFileSync(SAMPLE, 'utf8'),
    optimization_objective: 'Can it be decided on Friday?',
  },
});

/** Its uuid. */
export async function startOptimizeSession(server: string): Promise<string> {
  const answer = await fetch(`${server}/api/v1/workflows/execute`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(optimizeRequest()),
  });
  if (!answer.ok) throw new Error(`the session was not started: ${await answer.text()}`);
  const { session_uuid } = (await answer.json()) as { session_uuid: string };
  return session_uuid;
}
