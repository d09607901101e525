import i18next from 'i18next';
import type { z } from 'zod';
import { issueWords, loadIssueWords } from '@/i18n/issue-words';

export interface ImportIssue {
  /** In dots; empty: the file as a whole. */
  readonly path: string;
  readonly message: string;
}

const MAX_BYTES = 5_000_000;
const whole = (message: string): { issues: ImportIssue[] } => ({ issues: [{ path: '', message }] });

/** What a file holds by the schema, or everything that is wrong with it. Nothing is sent before all of it is right. */
export async function readImport<Out>(
  file: File,
  schema: z.ZodType<Out>,
): Promise<{ draft: Out } | { issues: readonly ImportIssue[] }> {
  const { t } = i18next;
  if (file.size > MAX_BYTES) return whole(t('library:file.tooLarge'));
  let value: unknown;
  try {
    value = JSON.parse(await file.text());
  } catch (error) {
    return whole(t('library:file.notJson', { reason: error instanceof Error ? error.message : '' }));
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return whole(t('library:file.notObject'));
  const read = schema.safeParse(value, { reportInput: true });
  if (read.success) return { draft: read.data };
  await loadIssueWords();
  return { issues: read.error.issues.map((issue) => ({ path: issue.path.join('.'), message: issueWords(issue) })) };
}
