import { SessionLogs, SessionRebuilder } from '@council/council';
import { AppError } from '@council/kernel';
import { withServices } from './with-services.js';

/** `council-server rebuild`: makes the projections of one log, or of all, again. Returns 1 when a log was changed. */
export async function rebuild(sessionUuid?: string): Promise<number> {
  return withServices(async (app) => {
    const ids = sessionUuid === undefined ? await app.get(SessionLogs).allIds() : [sessionUuid];
    let refused = 0;
    for (const id of ids) {
      const trouble = await tryRebuild(app.get(SessionRebuilder), id);
      process.stdout.write(trouble === null ? `rebuilt ${id}\n` : `refused ${trouble}\n`);
      if (trouble !== null) refused += 1;
    }
    return refused === 0 ? 0 : 1;
  });
}

/** One changed log does not keep the others from being rebuilt. */
async function tryRebuild(rebuilder: SessionRebuilder, id: string): Promise<string | null> {
  try {
    await rebuilder.rebuild(id);
    return null;
  } catch (error) {
    if (error instanceof AppError && error.code === 'LOG.CHANGED') return error.message;
    throw error;
  }
}
