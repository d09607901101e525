/** A setting that cannot be used, and what the process says as it ends. docs/troubleshooting.md quotes each. */
export interface StartRefusal {
  readonly command: 'serve' | 'worker';
  readonly environment: Readonly<Record<string, string>>;
  readonly says: string;
}

const serve = (environment: Readonly<Record<string, string>>, says: string): StartRefusal => ({
  command: 'serve',
  environment,
  says,
});
const TOKEN = 'sixteen-letters-';
const NOBODY = 'postgres://council@127.0.0.1:1/council';

export const START_REFUSALS: readonly StartRefusal[] = [
  serve({ COUNCIL_API_TOKEN: 'short' }, 'COUNCIL_API_TOKEN must have at least 16 characters'),
  serve({ PORT: 'abc' }, 'PORT must be a whole number from 0 to 65535'),
  serve(
    { COUNCIL_API_TOKEN: TOKEN, COUNCIL_API_TOKEN_FILE: '/etc/hostname' },
    'COUNCIL_API_TOKEN is set, and COUNCIL_API_TOKEN_FILE too: set one of them',
  ),
  serve({ COUNCIL_API_TOKEN_FILE: '/nowhere' }, 'COUNCIL_API_TOKEN_FILE names a file that cannot be read (ENOENT)'),
  serve({ DATABASE_URL: 'mysql://x' }, 'DATABASE_URL must be an address that begins with postgres:// or postgresql://'),
  serve({ REDIS_URL: 'a:b:c' }, 'REDIS_URL must be an address that begins with redis:// or rediss://, or host:port'),
  serve({ DATABASE_URL: NOBODY, DATABASE_WAIT_MS: '1' }, 'the database cannot be reached: ECONNREFUSED'),
  { command: 'worker', environment: {}, says: 'a worker needs a database that it shares with the server' },
];
