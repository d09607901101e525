import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import { LOOPBACK_ONLY } from './spawned-server.mjs';

const PROGRAM = fileURLToPath(new URL('../../../bin/council-server.mjs', import.meta.url));
export type Environment = Readonly<Record<string, string>>;

/** A run of the program that has ended. */
export interface Run {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * The program as a user starts it: with this environment and nothing of the test's own, in a folder without a `.env`.
 * What it prints is kept.
 */
export class Program {
  stdout = '';
  stderr = '';
  private readonly ended: Promise<unknown>;

  private constructor(readonly process: ChildProcess) {
    process.stdout?.setEncoding('utf8').on('data', (text: string) => (this.stdout += text));
    process.stderr?.setEncoding('utf8').on('data', (text: string) => (this.stderr += text));
    this.ended = once(process, 'close');
  }

  static start(words: readonly string[], environment: Environment): Program {
    const cwd = environment['COUNCIL_DATA_DIR'] ?? tmpdir();
    const env = { PATH: process.env['PATH'], ...LOOPBACK_ONLY, ...environment };
    return new Program(spawn(process.execPath, [PROGRAM, ...words], { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] }));
  }

  get hasEnded(): boolean {
    return this.process.exitCode !== null || this.process.signalCode !== null;
  }

  /** Resolves when it has ended and all that it printed has arrived. */
  async run(): Promise<Run> {
    await this.ended;
    return { code: this.process.exitCode, stdout: this.stdout, stderr: this.stderr };
  }
}

export function council(words: readonly string[], environment: Environment): Promise<Run> {
  return Program.start(words, environment).run();
}
