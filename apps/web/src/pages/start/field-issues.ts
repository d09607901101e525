import { RequestProblem } from '@/api/request-problem';

const AT = {
  document: /^input\.document_content/,
  objective: /^input\.optimization_objective/,
  tokens: /^budget\.tokens/,
  // What is said of the budget as a whole is about its money: a price that is not known, a month that is used up.
  usd: /^budget(?!\.tokens)/,
} as const;

/** What the server has against one field of the form, in its words. */
export function issueAt(error: Error | null, field: keyof typeof AT): string | undefined {
  if (!(error instanceof RequestProblem)) return undefined;
  const found = error.issues.filter(({ path }) => AT[field].test(path.replaceAll('/', '.').replace(/^\./, '')));
  return found.length === 0 ? undefined : found.map(({ message }) => message).join('; ');
}
