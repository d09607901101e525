import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseEnvironment } from '@council/config';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { connect, Database } from '../database.js';

let dataDir: string;
const closing: (() => Promise<void>)[] = [];

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'council-embedded-'));
});

afterEach(async () => {
  for (const close of closing.splice(0)) await close();
  await until(() => databaseProcesses().length === 0);
  rmSync(dataDir, { recursive: true, force: true });
});

async function open(): Promise<DataSource> {
  const database = await Database.open(parseEnvironment({ COUNCIL_DATA_DIR: dataDir }));
  const dataSource = await connect(database.options, 5_000);
  closing.push(async () => {
    if (dataSource.isInitialized) await dataSource.destroy();
    await database.close();
  });
  return dataSource;
}

async function until(isDone: () => boolean | Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 20_000;
  while (!(await isDone())) {
    if (Date.now() > deadline) throw new Error('waited for 20 s in vain');
    await sleep(50);
  }
}

/** The pids of the database processes of this test's folder. */
function databaseProcesses(): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => {
      try {
        const [, entry = '', folder] = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
        return entry.endsWith('database-process.js') && folder === dataDir;
      } catch {
        return false;
      }
    })
    .map(Number);
}

const modeOf = (path: string): string => (statSync(path).mode & 0o777).toString(8);

describe('the embedded database', () => {
  it('gives right answers to 20 workers that mix transactions and plain queries, 800 operations', async () => {
    const database = await open();
    await database.query('CREATE TABLE account (id int PRIMARY KEY, amount int NOT NULL)');
    await database.query('INSERT INTO account SELECT n, 100 FROM generate_series(1, 20) AS n');
    const wrong: string[] = [];
    let kept = 0;
    await Promise.all(
      Array.from({ length: 20 }, async (_, worker) => {
        const own = worker + 1;
        let expected = 100;
        for (let round = 0; round < 40; round += 1) {
          const rollsBack = round % 4 === 1;
          if (round % 2 === 1) {
            const change = await database
              .transaction(async (manager) => {
                await manager.query('UPDATE account SET amount = amount + 1 WHERE id = $1', [own]);
                await sleep(round % 3);
                await manager.query('UPDATE account SET amount = amount + 1 WHERE id = $1', [own]);
                if (rollsBack) throw new Error('undo');
                return 2;
              })
              .catch(() => 0);
            expected += change;
            kept += change;
          } else {
            const [row] = await database.query<{ amount: number }[]>('SELECT amount FROM account WHERE id = $1', [own]);
            if (row?.amount !== expected)
              wrong.push(`worker ${own} round ${round}: ${String(row?.amount)} is not ${expected}`);
          }
        }
      }),
    );
    expect(wrong).toEqual([]);
    const [total] = await database.query<{ sum: string }[]>('SELECT sum(amount) FROM account');
    expect(Number(total?.sum)).toBe(2_000 + kept);
    expect(kept).toBe(20 * 10 * 2);
  });

  it('is for its owner alone, and one process serves whoever opens the folder', async () => {
    const first = await open();
    const second = await open();
    await first.query('CREATE TABLE note (text text)');
    await second.query("INSERT INTO note VALUES ('from the second')");
    expect(await first.query('SELECT text FROM note')).toEqual([{ text: 'from the second' }]);
    expect(databaseProcesses()).toHaveLength(1);
    const home = join(dataDir, 'embedded');
    expect([home, join(home, 'cluster'), join(home, 'socket')].map(modeOf)).toEqual(['700', '700', '700']);
    expect(modeOf(join(home, 'socket', '.s.PGSQL.5432'))).toBe('600');
  });

  it('starts one process for eight that open the folder at once', async () => {
    const all = await Promise.all(Array.from({ length: 8 }, () => open()));
    expect(await Promise.all(all.map((database) => database.query('SELECT 1 AS one')))).toHaveLength(8);
    expect(databaseProcesses()).toHaveLength(1);
  });

  it('rolls back what a client leaves open when it dies', async () => {
    const database = await open();
    await database.query('CREATE TABLE note (text text)');
    const runner = database.createQueryRunner();
    const client = (await runner.connect()) as { connection: { stream: { destroy(): void } } };
    await runner.startTransaction();
    await runner.query("INSERT INTO note VALUES ('half')");
    client.connection.stream.destroy();
    expect(await database.query('SELECT count(*)::int AS n FROM note')).toEqual([{ n: 0 }]);
    await runner.release().catch(() => undefined);
  });

  it('loses no acknowledged row to kill -9, and comes back by itself', async () => {
    const database = await open();
    await database.query('CREATE TABLE note (n int PRIMARY KEY)');
    let acknowledged = 0;
    for (let round = 0; round < 2; round += 1) {
      const [pid] = databaseProcesses();
      setTimeout(
        () => {
          if (pid !== undefined) process.kill(pid, 'SIGKILL');
        },
        60 + 70 * round,
      );
      const written = await write(database, acknowledged);
      acknowledged = written;
      await until(() =>
        database.query('SELECT 1').then(
          () => true,
          () => false,
        ),
      );
      const [row] = await database.query<{ n: number; top: number }[]>(
        'SELECT count(*)::int AS n, coalesce(max(n), -1) AS top FROM note',
      );
      // The row under way when the process was killed may be there as well.
      expect(row?.n).toBeGreaterThanOrEqual(acknowledged);
      expect(row?.n).toBe((row?.top ?? 0) + 1);
      acknowledged = row?.n ?? 0;
    }
    expect(acknowledged).toBeGreaterThan(3);
  });

  it('ends when whoever opened it is killed, and leaves no stale lock', async () => {
    const script = `
      const { Database } = await import(${JSON.stringify(new URL('../../../../dist/libs/persistence/src/index.js', import.meta.url).href)});
      const { parseEnvironment } = await import(${JSON.stringify(new URL('../../../../dist/libs/config/src/index.js', import.meta.url).href)});
      await Database.open(parseEnvironment({ COUNCIL_DATA_DIR: ${JSON.stringify(dataDir)} }));
      console.log('open');
      setInterval(() => {}, 1000);`;
    const opener = spawn(process.execPath, ['--input-type=module', '-e', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await new Promise<void>((resolve) =>
      opener.stdout.once('data', () => {
        resolve();
      }),
    );
    expect(databaseProcesses()).toHaveLength(1);
    opener.kill('SIGKILL');
    await until(() => databaseProcesses().length === 0);
    const database = await open();
    expect(await database.query('SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });
});

/** Writes rows one by one until the database goes; returns how many were acknowledged in all. */
async function write(database: DataSource, from: number): Promise<number> {
  for (let n = from; ; n += 1) {
    try {
      await database.query('INSERT INTO note VALUES ($1)', [n]);
    } catch {
      return n;
    }
  }
}
