import type { GraphDefinition } from '@council/contracts';
import { validateGraph } from '@council/council-core';
import { AppError } from '@council/kernel';

/** Refuses a graph that breaks a rule, with all that is wrong at once. Kinds that cannot run yet may be kept. */
export function assertStorable(graph: GraphDefinition, at: 'graph' | '' = ''): void {
  const issues = validateGraph(graph);
  if (issues.length === 0) return;
  throw new AppError('invalid', 'GRAPH.INVALID', 'the graph breaks rules of the council', {
    issues: at === '' ? issues : issues.map((issue) => ({ ...issue, path: `${at}.${issue.path}` })),
  });
}
