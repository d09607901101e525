/** In the environment of a program, it keeps it from reaching beyond this machine. */
export const LOOPBACK_ONLY: Readonly<Record<'NODE_OPTIONS', string>>;

export class SpawnedServer {
  constructor(options: { readonly environment: Readonly<Record<string, string>> });
  static start(options: { readonly environment: Readonly<Record<string, string>> }): Promise<SpawnedServer>;
  readonly ready: Promise<string>;
  readonly exited: Promise<{ readonly code: number | null; readonly signal: NodeJS.Signals | null }>;
  readonly output: string;
  readonly url: string;
  readonly isAlive: boolean;
  kill(signal?: NodeJS.Signals): Promise<void>;
  stop(): Promise<void>;
}
