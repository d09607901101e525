import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

const MAKEFILE = fileURLToPath(new URL('../../../Makefile', import.meta.url));
/** Stands in for Docker: notes what it is asked, and fails at what `FAILS` names after half of an answer. */
const DOCKER = `#!/bin/sh
echo "$*" >> docker.log
case "$*" in
  *"ps -q worker") printf '%s' "$WORKERS" ;; *"ps -q backend") echo one two ;;
  inspect*) echo "$HEALTH" ;; *pg_dump*) printf half ;;
esac
[ -z "$FAILS" ] || case "$*" in *"$FAILS"*) exit 1 ;; esac
case "$*" in *pg_dump*) echo " and half" ;; *pg_restore*) cat >/dev/null ;; esac
`;

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'council-make-'));
  writeFileSync(join(folder, 'docker'), DOCKER);
  chmodSync(join(folder, 'docker'), 0o755);
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function make(target: string, environment: Readonly<Record<string, string>> = {}) {
  const { PATH = '' } = process.env;
  const { status, stdout, error } = spawnSync('make', ['-s', '-f', MAKEFILE, target, 'FILE=kept.dump', 'CONFIRM=yes'], {
    cwd: folder,
    env: { ...process.env, PATH: `${folder}${delimiter}${PATH}`, ...environment },
    encoding: 'utf8',
  });
  if (error !== undefined) throw new Error('make cannot be run: apt-get install make', { cause: error });
  const log = join(folder, 'docker.log');
  return { status, stdout, asked: existsSync(log) ? readFileSync(log, 'utf8') : '' };
}
const kept = (): string => readFileSync(join(folder, 'kept.dump'), 'utf8');
const keep = (text: string): void => {
  writeFileSync(join(folder, 'kept.dump'), text);
};

describe('make backup', () => {
  it('writes a file, and leaves the one before alone when it fails', () => {
    expect(make('backup').status).toBe(0);
    expect(kept()).toBe('half and half\n');
    keep('the one before');
    expect(make('backup', { FAILS: 'pg_dump' }).status).not.toBe(0);
    expect([kept(), existsSync(join(folder, 'kept.dump.part'))]).toEqual(['the one before', false]);
  });
});

describe('make rolling-restart', () => {
  it('restarts one backend after the other, each when the one before is healthy', () => {
    const { status, stdout, asked } = make('rolling-restart', { HEALTH: 'healthy' });
    expect([status, stdout]).toEqual([0, 'one is back\ntwo is back\n']);
    expect(asked.match(/^restart .*$/gm)).toEqual(['restart -t 30 one', 'restart -t 30 two']);
  });

  it('leaves the next one alone when one does not come back', () => {
    const { status, stdout, asked } = make('rolling-restart', { HEALTH: 'unhealthy', PATIENCE: '1' });
    expect([status === 0, stdout]).toEqual([false, expect.stringContaining('one is not healthy after 1 s')]);
    expect(asked.match(/^restart .*$/gm)).toEqual(['restart -t 30 one']);
  });
});

describe('make restore', () => {
  it('asks nothing of the database when there is no such file', () => {
    const { status, stdout, asked } = make('restore');
    expect([status === 0, asked]).toEqual([false, '']);
    expect(stdout).toContain('There is no backup kept.dump. Nothing was changed.');
  });

  it('stops and drops nothing when the file cannot be restored', () => {
    keep('cut in the mid');
    const { status, stdout, asked } = make('restore', { FAILS: 'pg_restore' });
    expect([status === 0, stdout]).toEqual([false, 'kept.dump cannot be restored. Nothing was changed.\n']);
    expect(asked).not.toMatch(/ stop |dropdb .* council$/m);
  });

  it('exchanges the databases when all is there, and starts the workers that ran', () => {
    keep('whole');
    const { status, asked } = make('restore', { WORKERS: 'one' });
    const at = (words: string): number => asked.indexOf(words);
    const order = ['pg_restore -U council -d council_restored', 'stop backend worker', 'RENAME TO council', 'up -d'];
    expect([status, order.map(at).toSorted((a, b) => a - b)]).toEqual([0, order.map(at)]);
    expect(at('pg_restore')).toBeGreaterThan(0);
    expect(asked.trimEnd().split('\n').at(-1)).toBe('start one');
  });
});
