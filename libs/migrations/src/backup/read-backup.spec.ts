import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from '@jest/globals';
import { BACKUP_FORMAT, type BackupHeader } from './backup-format.js';
import { backupRows, checkBackup } from './read-backup.js';

const HEADER: BackupHeader = {
  format: BACKUP_FORMAT,
  created_at: '2026-11-28T12:00:00.000Z',
  schema: ['First1'],
  tables: [{ name: 'notes', columns: [{ name: 'text', type: 'text' }] }],
};
const BODY = `${JSON.stringify(HEADER)}\n[0,"{\\"end\\":1}"]\n[0,null]\n`;
const sign = (body: string): string =>
  `${body}${JSON.stringify({ end: { rows: 2, sha256: createHash('sha256').update(body).digest('hex') } })}\n`;
const WHOLE = sign(BODY);

const folder = mkdtempSync(join(tmpdir(), 'council-read-backup-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});
const write = (content: Uint8Array): string => {
  const path = join(folder, 'backup');
  writeFileSync(path, content);
  return path;
};

describe('a backup', () => {
  it('is read to its end', async () => {
    const path = write(gzipSync(WHOLE));
    expect(await checkBackup(path)).toEqual({ header: HEADER, rows: 2 });
    const rows: unknown[] = [];
    for await (const row of backupRows(path)) rows.push(row);
    expect(rows).toEqual([
      [0, '{"end":1}'],
      [0, null],
    ]);
  });

  const big = gzipSync(sign(`${BODY}${'[0,"x"]\n'.repeat(9)}`));
  it.each([
    ['another file', Buffer.from('hello'), 'BACKUP.UNREADABLE'],
    ['nothing', Buffer.alloc(0), 'BACKUP.UNREADABLE'],
    ['nothing, compressed', gzipSync(''), 'BACKUP.UNREADABLE'],
    ['other JSON', gzipSync('{}\n'), 'BACKUP.UNREADABLE'],
    ['another form', gzipSync(WHOLE.replace(BACKUP_FORMAT, 'council-backup/9')), 'BACKUP.UNREADABLE'],
    ['a changed row', gzipSync(WHOLE.replace('null', '"x"')), 'BACKUP.DAMAGED'],
    ['a lost row', gzipSync(WHOLE.replace('[0,null]\n', '')), 'BACKUP.DAMAGED'],
    ['a count that does not fit', big, 'BACKUP.DAMAGED'],
    ['no end', gzipSync(BODY), 'BACKUP.DAMAGED'],
    ['half a line at its end', gzipSync(WHOLE.slice(0, -3)), 'BACKUP.DAMAGED'],
    ['half of it', gzipSync(WHOLE).subarray(0, 60), 'BACKUP.DAMAGED'],
  ])('with %s is refused', async (_what, content, code) => {
    await expect(checkBackup(write(content))).rejects.toMatchObject({ code });
  });

  it('that is not there is refused', async () => {
    await expect(checkBackup(join(folder, 'nowhere'))).rejects.toMatchObject({ code: 'BACKUP.UNREADABLE' });
  });
});
