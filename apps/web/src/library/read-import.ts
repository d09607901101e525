import i18next from 'i18next';
import type { z } from 'zod';
import { issueWords, loadIssueWords } from '@/i18n/issue-words';

interface ImportIssue {
  /** In dots; empty: the file as a whole. */
  readonly path: string;
  readonly message: string;
  /** Of what the server has against it, in its own words; absent: said in the language of the page. */
  readonly code?: string;
}

/** Why a file is not taken in: everything that is wrong with it. */
export class ImportRefusal extends Error {
  override readonly name = 'ImportRefusal';

  constructor(readonly issues: readonly ImportIssue[]) {
    super(issues.map(({ path, message }) => `${path}: ${message}`).join('; '));
  }
}

const MAX_BYTES = 5_000_000;
const whole = (message: string): ImportRefusal => new ImportRefusal([{ path: '', message }]);

/** What a file holds by the schema. Fails with an `ImportRefusal`: nothing is sent before all of it is right. */
export async function readImport<Out>(file: File, schema: z.ZodType<Out>): Promise<Out> {
  const { t } = i18next;
  if (file.size > MAX_BYTES) throw whole(t('library:file.tooLarge'));
  const value = parse(await file.text());
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw whole(t('library:file.notObject'));
  const read = schema.safeParse(value, { reportInput: true });
  if (read.success) return read.data;
  await loadIssueWords();
  throw new ImportRefusal(
    read.error.issues.map((issue) => ({ path: issue.path.join('.'), message: issueWords(issue) })),
  );
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw whole(i18next.t('library:file.notJson', { reason: error instanceof Error ? error.message : '' }));
  }
}
