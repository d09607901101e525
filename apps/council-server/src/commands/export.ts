import { writeFileSync } from 'node:fs';
import { SessionLogs } from '@council/council';
import { withServices } from './with-services.js';

export interface ExportSessionOptions {
  readonly out?: string;
}

/** `council-server export`: the file that `verify` and `replay` read, on stdout or in `--out`. Returns 0. */
export async function exportSession(sessionUuid: string, { out }: ExportSessionOptions): Promise<number> {
  const exported = await withServices((app) => app.get(SessionLogs).export(sessionUuid));
  const text = `${JSON.stringify(exported, null, 2)}\n`;
  if (out === undefined) process.stdout.write(text);
  else writeFileSync(out, text);
  return 0;
}
