import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { BackupEnd, BackupHeader, BackupRow, damaged, unreadable } from './backup-format.js';

const END = '{"end":';

/** Reads the whole file once and writes nothing: throws where it is none of ours, was cut off or changed. */
export async function checkBackup(path: string): Promise<{ readonly header: BackupHeader; readonly rows: number }> {
  const hash = createHash('sha256');
  let header: BackupHeader | undefined;
  let rows = -1;
  for await (const line of linesOf(path)) {
    header ??= readHeader(line);
    if (line.startsWith(END)) {
      const { end } = BackupEnd.parse(JSON.parse(line));
      if (end.rows !== rows || end.sha256 !== hash.digest('hex')) throw damaged('its checksum does not fit');
      return { header, rows };
    }
    rows += 1;
    hash.update(`${line}\n`);
  }
  throw header === undefined ? unreadable('it is empty') : damaged('its end is missing');
}

/** The rows of a file that was checked. */
export async function* backupRows(path: string): AsyncGenerator<BackupRow> {
  let isFirst = true;
  for await (const line of linesOf(path)) {
    if (!isFirst && !line.startsWith(END)) yield BackupRow.parse(JSON.parse(line));
    isFirst = false;
  }
}

function readHeader(line: string): BackupHeader {
  let json: unknown;
  try {
    json = JSON.parse(line);
  } catch {
    throw unreadable('it does not begin as one');
  }
  const { format } = (json ?? {}) as { readonly format?: unknown };
  const header = BackupHeader.safeParse(json);
  if (header.success) return header.data;
  throw unreadable(typeof format === 'string' ? `its format is ${format.slice(0, 40)}` : 'it does not begin as one');
}

async function* linesOf(path: string): AsyncGenerator<string> {
  const gunzip = createGunzip();
  // A failure of the file reaches whoever reads, as one of the stream.
  pipeline(createReadStream(path), gunzip, () => undefined);
  let rest = '';
  try {
    for await (const chunk of gunzip.setEncoding('utf8')) {
      const lines = `${rest}${String(chunk)}`.split('\n');
      rest = lines.pop() ?? '';
      yield* lines;
    }
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    if (code === 'Z_DATA_ERROR') throw unreadable('it is not compressed as one, or was changed');
    if (code === 'Z_BUF_ERROR') throw damaged('its end is missing');
    if (code.startsWith('Z_')) throw damaged(code);
    throw code.startsWith('E') ? unreadable(code) : error;
  }
  if (rest !== '') throw damaged('its end is missing');
}
