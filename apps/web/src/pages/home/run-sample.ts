import type { Schemas } from '@/api/client';
import { problemOf } from '@/api/request-problem';
import { startSession } from '@/sessions/start-session';

const COUNCIL_DEBATE = 'b2589b10-54d9-5ab0-bf6f-740f63051889';
const SAMPLES = { en: 'decision-memo.md', zh: 'proposal-zh.md' };

/** Starts the debate on a sample document in the language of the page. */
export async function runSample(language: 'en' | 'zh'): Promise<Schemas['SessionStarted']> {
  const answer = await fetch(`/samples/${SAMPLES[language]}`);
  if (!answer.ok) throw await problemOf(answer);
  return startSession({ template_uuid: COUNCIL_DEBATE, language, input: { document_content: await answer.text() } });
}
