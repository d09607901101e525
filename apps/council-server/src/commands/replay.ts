import { renderReport, replayLog } from '@council/council-core';
import { readLog } from './log-source.js';

export interface ReplayOptions {
  readonly to?: number;
  readonly json?: boolean;
}

/** `council-server replay`: the report from the log alone, without any call of a model. Returns 0. */
export async function replay(target: string, { to, json }: ReplayOptions): Promise<number> {
  const { events } = await readLog(target);
  const { report } = replayLog(events, to);
  process.stdout.write(json === true ? `${JSON.stringify(report, null, 2)}\n` : renderReport(report));
  return 0;
}
