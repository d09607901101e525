import type { Schemas } from '@/api/client';
import { readSampleDocument } from '@/sessions/sample-documents';
import { startSession } from '@/sessions/start-session';

const COUNCIL_DEBATE = 'b2589b10-54d9-5ab0-bf6f-740f63051889';
const SAMPLES = { en: 'memo', zh: 'chinese' } as const;

/** Starts the debate on a sample document in the language of the page. */
export async function runSample(language: 'en' | 'zh'): Promise<Schemas['SessionStarted']> {
  const document = await readSampleDocument(SAMPLES[language]);
  return startSession({ template_uuid: COUNCIL_DEBATE, language, input: { document_content: document } });
}
