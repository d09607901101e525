/** In the environment of a program, it keeps it from reaching beyond this machine. */
export const LOOPBACK_ONLY: Readonly<Record<'NODE_OPTIONS', string>>;

export interface SpawnOptions {
  readonly environment: Readonly<Record<string, string>>;
  /** Another copy of bin/council-server.mjs. */
  readonly program?: string;
  readonly command?: 'serve' | 'worker';
}

export class SpawnedServer {
  constructor(options: SpawnOptions);
  static start(options: SpawnOptions): Promise<SpawnedServer>;
  /** The address, of a server. */
  readonly ready: Promise<string | undefined>;
  readonly exited: Promise<{ readonly code: number | null; readonly signal: NodeJS.Signals | null }>;
  readonly output: string;
  readonly url: string;
  readonly pid: number;
  readonly isAlive: boolean;
  kill(signal?: NodeJS.Signals): Promise<void>;
  stop(): Promise<void>;
}
