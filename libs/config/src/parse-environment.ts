import { readFileSync } from 'node:fs';
import { AppError, type Issue } from '@council/kernel';
import { AppConfig } from './app-config.js';
import { customKeysOf, customKeyVariables } from './custom-keys.js';
import { CUSTOM_KEY_SAMPLE, ENVIRONMENT, type RawEnvironment } from './environment.js';
import { EnvironmentSchema } from './environment-schema.js';

type Values = Readonly<Record<string, string>>;
interface Problem {
  readonly name: string;
  readonly message: string;
}

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|::1|\[::1\])$/i;
/** Names that reach only this machine. `0.0.0.0` and `::` do not. */
export const isLoopbackHost = (host: string): boolean => LOOPBACK.test(host);

const present = (value: string | undefined): string | undefined => (value?.trim() === '' ? undefined : value?.trim());

/** Trims, drops blanks, reads `X_FILE` where X is a secret; a file that cannot be used becomes a problem. */
function collect(raw: RawEnvironment): { values: Values; problems: Problem[] } {
  const values: Record<string, string> = {};
  const problems: Problem[] = [];
  const custom = customKeyVariables(Object.keys(raw)).map((name) => ({ name, isSecret: true }));
  const known = ENVIRONMENT.filter(({ name }) => name !== CUSTOM_KEY_SAMPLE);
  for (const { name, isSecret } of [...known, ...custom]) {
    const value = present(raw[name]);
    const file = isSecret ? present(raw[`${name}_FILE`]) : undefined;
    if (value !== undefined) values[name] = value;
    if (file === undefined) continue;
    if (value !== undefined) {
      problems.push({ name, message: `is set, and ${name}_FILE too: set one of them` });
      continue;
    }
    try {
      const content = readFileSync(file, 'utf8').trim();
      if (content === '') problems.push({ name: `${name}_FILE`, message: `names an empty file: ${file}` });
      else values[name] = content;
    } catch (error) {
      const reason = (error as NodeJS.ErrnoException).code ?? 'unreadable';
      problems.push({ name: `${name}_FILE`, message: `names a file that cannot be read (${reason}): ${file}` });
    }
  }
  return { values, problems };
}

/** Rules between variables. They look at the raw values, so that they speak even when another variable is bad. */
function* relations(values: Values): Generator<Problem> {
  if (/^(0|false)$/i.test(values['SERVE_DRIVES'] ?? '') && values['DATABASE_URL'] === undefined) {
    yield {
      name: 'SERVE_DRIVES',
      message: 'cannot be 0 without DATABASE_URL: no worker reaches the embedded database',
    };
  }
  if (values['COUNCIL_MASTER_KEY_OLD'] !== undefined && values['COUNCIL_MASTER_KEY'] === undefined) {
    yield { name: 'COUNCIL_MASTER_KEY', message: 'is required because COUNCIL_MASTER_KEY_OLD is set' };
  }
  const provider = values['LLM_PROVIDER']?.toLowerCase();
  if (provider !== undefined && values['LLM_MODEL'] === undefined) {
    yield { name: 'LLM_MODEL', message: 'is required because LLM_PROVIDER is set' };
  }
  if (provider === 'custom' && values['LLM_BASE_URL'] === undefined) {
    yield { name: 'LLM_BASE_URL', message: 'is required because LLM_PROVIDER is custom' };
  }
  for (const name of ['LLM_MODEL', 'LLM_API_KEY', 'LLM_BASE_URL']) {
    if (provider === undefined && values[name] !== undefined) {
      yield { name, message: 'has no effect without LLM_PROVIDER: set that too, or leave this empty' };
    }
  }
  const search = values['SEARCH_PROVIDER']?.toLowerCase();
  const needed = search === 'searxng' ? 'SEARXNG_URL' : `${search?.toUpperCase() ?? ''}_API_KEY`;
  if (search !== undefined && values[needed] === undefined) {
    yield { name: needed, message: `is required because SEARCH_PROVIDER is ${search}` };
  }
  const embedding = values['EMBEDDING_PROVIDER']?.toLowerCase();
  if ((embedding === 'custom' || embedding === 'ollama') && values['EMBEDDING_MODEL'] === undefined) {
    yield { name: 'EMBEDDING_MODEL', message: `is required because EMBEDDING_PROVIDER is ${embedding}` };
  }
  if (embedding === 'custom' && values['EMBEDDING_BASE_URL'] === undefined) {
    yield { name: 'EMBEDDING_BASE_URL', message: 'is required because EMBEDDING_PROVIDER is custom' };
  }
}

/** Every problem at once, one a line, each with the variable's name and never with a secret's value. */
export function parseEnvironment(raw: RawEnvironment): AppConfig {
  const { values, problems } = collect(raw);
  const parsed = EnvironmentSchema.safeParse(values);
  const wrong = (parsed.error?.issues ?? []).map((issue) => ({
    name: issue.path.map(String).join('.'),
    message: issue.message,
  }));
  const all = [...problems, ...wrong, ...relations(values)];
  if (parsed.success && all.length === 0) {
    const { llm, ...rest } = parsed.data;
    return new AppConfig({ ...rest, llm: { ...llm, customKeys: customKeysOf(values) } });
  }
  const issues: Issue[] = all.map(({ name, message }) => ({ path: name, code: 'config', message }));
  const list = all.map(({ name, message }) => `  - ${name} ${message}`).join('\n');
  throw new AppError('invalid', 'CONFIG.INVALID', `The environment has ${all.length} problem(s):\n${list}`, { issues });
}
