import { execFileSync } from 'node:child_process';
import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { isExecutable, readRepositoryFile } from '../test/repository.js';

const Checks = z.array(z.strictObject({ name: z.string(), isShort: z.boolean(), sabotage: z.string().min(10) }));
const checks = Checks.parse(
  JSON.parse(execFileSync(process.execPath, ['proofs/production.mjs', '--list'], { encoding: 'utf8' })),
);

describe('the rehearsal of the deployment', () => {
  it('has each check once, brings everything up first, and knows what breaks each', () => {
    const names = checks.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(names[0]).toBe('gates');
    expect(new Set(checks.map(({ sabotage }) => sabotage)).size).toBe(names.length);
  });

  it('has all of them on its page, each with its sabotage', () => {
    const page = readRepositoryFile('docs/proofs.md');
    for (const { name, sabotage } of checks)
      expect(page).toMatch(new RegExp(`^\\| \`${name}\` .*\\| ${sabotage} `, 'm'));
  });

  it('runs with every change in its short form, which has the heart of it', () => {
    const short = checks.filter(({ isShort }) => isShort).map(({ name }) => name);
    expect(short).toEqual(expect.arrayContaining(['gates', 'websocket', 'stream', 'rolling-restart', 'redis-away']));
    expect(isExecutable('.ci/run')).toBe(true);
    expect(readRepositoryFile('.ci/run')).toContain('npm run --silent rehearse:production -- --short');
  });
});
