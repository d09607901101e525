import { RequestProblem } from '@/api/request-problem';

const AT = { document: 'input.document_content', objective: 'input.optimization_objective', budget: 'budget' } as const;

/** What the server has against one field of the form, in its words. */
export function issueAt(error: Error | null, field: keyof typeof AT): string | undefined {
  if (!(error instanceof RequestProblem)) return undefined;
  const found = error.issues.filter(({ path }) => path.replaceAll('/', '.').replace(/^\./, '').startsWith(AT[field]));
  return found.length === 0 ? undefined : found.map(({ message }) => message).join('; ');
}
