import { lstatSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { AgentsExporter, AgentsImporter, describeTrouble, type Imported } from '@council/council';
import { AppError } from '@council/kernel';
import { withServices } from './with-services.js';

export interface ExportOptions {
  readonly dir: string;
  readonly force?: boolean;
}

/** `council-server agents export`: one file an agent. Where a file would be overwritten, none is written. Returns 0. */
export async function exportAgents(wanted: readonly string[], { dir, force }: ExportOptions): Promise<number> {
  const files = await withServices((app) => app.get(AgentsExporter).export(wanted));
  mkdirSync(dir, { recursive: true });
  const paths = files.map(({ file }) => join(dir, file));
  if (force !== true) refuseOverwriting(paths);
  for (const [index, { content }] of files.entries()) {
    const path = paths[index] ?? '';
    writeFileSync(path, content, { flag: force === true ? 'w' : 'wx' });
    process.stdout.write(`${path}\n`);
  }
  return 0;
}

/** `council-server agents import`: says of each file what became of it. Returns 1 when one is invalid; the others count. */
export async function importAgents(paths: readonly string[]): Promise<number> {
  const results = await withServices((app) => app.get(AgentsImporter).import(paths));
  for (const result of results) process.stdout.write(`${lineOf(result)}\n`);
  return results.some(({ outcome }) => outcome === 'invalid') ? 1 : 0;
}

function lineOf(result: Imported): string {
  const what = result.outcome.padEnd(10);
  if (result.outcome === 'invalid') return `${what} ${describeTrouble(result)}`;
  return `${what} ${result.file}: ${result.name} (${result.agent_uuid})`;
}

function refuseOverwriting(paths: readonly string[]): void {
  const there = paths.filter((path) => lstatSync(path, { throwIfNoEntry: false }) !== undefined);
  if (there.length === 0) return;
  throw new AppError('conflict', 'AGENT.FILE_EXISTS', 'nothing was written: files would be overwritten', {
    detail: `${there.join('\n')}\nUse --force to replace them, or --dir for another folder.`,
  });
}
