import { readRequest, type RunOptions } from './run-request.js';

/** `council-server run proposal.md`: progress goes to stderr, the report to stdout or `--out`. Returns the exit code. */
export async function run(document: string, options: RunOptions): Promise<number> {
  const request = readRequest(document, options);
  // Only now: the application takes seconds to load, and whoever mistyped a name has their answer before that.
  const { convene } = await import('./convene.js');
  return convene(request, options);
}
