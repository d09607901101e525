import { constants } from 'node:fs';
import { type FileHandle, open, realpath } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { sha256 } from '@council/kernel';
import type { Persona } from './persona.js';
import { parsePersonaFile } from './parse-persona-file.js';

/** Room for the longest prompt that an agent may have, in the widest letters: whatever is exported can be imported. */
const MAX_BYTES = 320 * 1024;

export type ReadPersona = {
  /** The name alone. */
  readonly file: string;
} & (
  | { readonly ok: true; readonly persona: Persona; readonly contentHash: string }
  | ({ readonly ok: false } & FileTrouble)
);

/** What is wrong with a file: a stable code, and words that begin with the file's name and, within it, the line. */
export interface FileTrouble {
  readonly code: FileTroubleCode;
  readonly problem: string;
}
type FileTroubleCode =
  | 'AGENT.FILE_INVALID'
  | 'AGENT.FILE_UNREADABLE'
  | 'AGENT.FILE_TOO_LARGE'
  | 'AGENT.FILE_AMBIGUOUS'
  | 'AGENT.FILE_NOT_KEPT'
  | 'AGENT.DELETED_IN_APP';

export const describeTrouble = ({ code, problem }: FileTrouble): string => `${problem} (${code})`;

/** Never rejects: whatever is wrong is said, with the file's name and line. */
export async function readPersonaFile(path: string): Promise<ReadPersona> {
  const file = basename(path);
  try {
    const bytes = await readBytes(path);
    const parsed = parsePersonaFile(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    if (parsed.ok) return { file, ok: true, persona: parsed.persona, contentHash: sha256(bytes) };
    const problem = parsed.problems.map(({ line, message }) => `${file}:${line}: ${message}`).join('; ');
    return { file, ok: false, code: 'AGENT.FILE_INVALID', problem };
  } catch (error) {
    return { file, ok: false, ...troubleOf(file, error) };
  }
}

/** The same for a file of a folder, which must not lead out of it: neither does it itself, nor where it links to. */
export async function readWithin(folder: string, path: string): Promise<ReadPersona> {
  const file = basename(path);
  try {
    const [home, place] = await Promise.all([realpath(folder), realpath(path)]);
    if (!isBelow(place, home)) throw new Unreadable('is a link that leads out of the folder');
    return { ...(await readPersonaFile(place)), file };
  } catch (error) {
    return { file, ok: false, ...troubleOf(file, error) };
  }
}

function isBelow(place: string, home: string): boolean {
  const above = dirname(place);
  return above === home || (above !== place && isBelow(above, home));
}

/** Opened without waiting (a pipe would), looked at and read through the one handle: nothing can be swapped in between. */
async function readBytes(path: string): Promise<Uint8Array> {
  const handle = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
  try {
    if (!(await handle.stat()).isFile()) throw new Unreadable('is not a file');
    return await readUpToLimit(handle);
  } finally {
    await handle.close();
  }
}

async function readUpToLimit(handle: FileHandle): Promise<Uint8Array> {
  const buffer = Buffer.alloc(MAX_BYTES + 1);
  let length = 0;
  for (;;) {
    const { bytesRead } = await handle.read(buffer, length, buffer.length - length, length);
    length += bytesRead;
    if (length > MAX_BYTES) throw new Unreadable(`is larger than ${MAX_BYTES / 1024} KB`, 'AGENT.FILE_TOO_LARGE');
    if (bytesRead === 0) return buffer.subarray(0, length);
  }
}

class Unreadable extends Error {
  constructor(
    message: string,
    readonly code: FileTroubleCode = 'AGENT.FILE_UNREADABLE',
  ) {
    super(message);
  }
}

function troubleOf(file: string, error: unknown): FileTrouble {
  if (error instanceof Unreadable) return { code: error.code, problem: `${file}: ${error.message}` };
  return { code: 'AGENT.FILE_UNREADABLE', problem: `${file}: ${reason(error)}` };
}

function reason(error: unknown): string {
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'ERR_ENCODING_INVALID_ENCODED_DATA') return 'is not text in UTF-8';
  return `cannot be read (${code ?? String(error)})`;
}
