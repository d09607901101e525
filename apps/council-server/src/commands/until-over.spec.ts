import type { LogEvent, SessionStatus, SessionView } from '@council/contracts';
import { DEBATE, sessionOf } from '@council/testing';
import { describe, expect, it } from '@jest/globals';
import { untilOver, type WaitMeans } from './until-over.js';

const ID = 'session';
const LOG: readonly LogEvent[] = [
  { event: 'session:created', data: sessionOf(DEBATE), seq: 1, timestamp: '2026-11-24T00:00:00Z' },
];
const NEVER_MS = 3_600_000;

/** `statuses`: what the session is after each run. `seqs`: where the log ends, look by look; the last one again and again. */
function meansOf(statuses: readonly SessionStatus[], seqs: readonly number[], tryAgainMs = NEVER_MS) {
  const did: string[] = [];
  const runs = (): number => did.filter((what) => what === 'run').length;
  const means: WaitMeans = {
    runner: {
      run: async () => {
        did.push('run');
        return 'rested';
      },
    },
    reader: {
      view: async () =>
        ({ session_uuid: ID, status: statuses[runs() - 1], last_seq: runs() }) as unknown as SessionView,
    },
    store: {
      read: async () => LOG,
      lastSeqs: async () => {
        const looks = did.filter((what) => what === 'look').length;
        did.push('look');
        return new Map([[ID, seqs[looks] ?? seqs.at(-1) ?? 0]]);
      },
    },
    lookMs: 1,
    tryAgainMs,
  };
  return { means, did };
}

describe('waiting for the end of a session', () => {
  it('takes it up again when its log has grown, and not before', async () => {
    const { means, did } = meansOf(['running', 'completed'], [1, 1, 1, 2]);
    expect(await untilOver(ID, means)).toMatchObject({ status: 'completed' });
    expect(did).toEqual(['run', 'look', 'look', 'look', 'look', 'run']);
  });

  it('does not wait for a log that had grown already', async () => {
    const { means, did } = meansOf(['paused', 'failed'], [2]);
    expect(await untilOver(ID, means)).toMatchObject({ status: 'failed' });
    expect(did).toEqual(['run', 'look', 'run']);
  });

  it('tries again after a while, in case that nobody drives it any more', async () => {
    const { means, did } = meansOf(['running', 'running', 'cancelled'], [1], 3);
    expect(await untilOver(ID, means)).toMatchObject({ status: 'cancelled' });
    expect(did.filter((what) => what === 'run')).toHaveLength(3);
  });
});
