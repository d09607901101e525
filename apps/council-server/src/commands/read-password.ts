import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline/promises';
import { text } from 'node:stream/consumers';
import { Writable } from 'node:stream';
import { AppError } from '@council/kernel';

/**
 * A password that stands on no command line, where other users of the machine could read it: from a file, from standard
 * input, or typed unseen at a terminal. A newline at its end is no part of it.
 */
export async function readPassword(file: string | undefined): Promise<string> {
  const read = file === undefined ? await fromInput() : fromFile(file);
  return read.replace(/\r?\n$/, '');
}

function fromFile(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const why = (error as NodeJS.ErrnoException).code ?? String(error);
    throw new AppError('invalid', 'USER.PASSWORD_FILE', `the file of the password cannot be read (${why})`);
  }
}

async function fromInput(): Promise<string> {
  if (!process.stdin.isTTY) return text(process.stdin);
  process.stderr.write('Password: ');
  const unseen = new Writable({
    write: (_chunk, _encoding, done) => {
      done();
    },
  });
  const line = createInterface({ input: process.stdin, output: unseen, terminal: true });
  try {
    return await line.question('');
  } finally {
    line.close();
    process.stderr.write('\n');
  }
}
