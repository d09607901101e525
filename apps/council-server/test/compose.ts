import { parse } from 'yaml';
import { z } from 'zod';
import { readRepositoryFile } from './repository.js';

const Healthcheck = z.object({ test: z.array(z.string()) }).loose();
const Service = z
  .object({
    image: z.string().optional(),
    build: z.strictObject({ context: z.string(), dockerfile: z.string() }).optional(),
    restart: z.string(),
    command: z.array(z.string()).default([]),
    environment: z.record(z.string(), z.string()).default({}),
    depends_on: z.record(z.string(), z.strictObject({ condition: z.string() })).default({}),
    expose: z.array(z.string()).default([]),
    ports: z.array(z.string()).default([]),
    volumes: z.array(z.string()).default([]),
    healthcheck: Healthcheck,
    mem_limit: z.string(),
    pids_limit: z.number(),
    logging: z.strictObject({ driver: z.string(), options: z.record(z.string(), z.string()) }),
    stop_grace_period: z.string(),
    read_only: z.boolean().default(false),
    tmpfs: z.array(z.string()).default([]),
    cap_drop: z.array(z.string()).default([]),
    cap_add: z.array(z.string()).default([]),
    user: z.string().optional(),
    security_opt: z.array(z.string()).default([]),
  })
  .loose();
const Compose = z.strictObject({
  services: z.strictObject({
    postgres: Service,
    redis: Service,
    backend: Service,
    worker: Service.extend({ profiles: z.array(z.string()) }),
    frontend: Service,
  }),
  volumes: z.record(z.string(), z.null()),
});
/** What another file lays over the services. */
const Overlay = z.strictObject({
  services: z.record(
    z.string(),
    z.strictObject({
      scale: z.number().optional(),
      ports: z.array(z.string()).default([]),
      volumes: z.array(z.string()).default([]),
      environment: z.record(z.string(), z.string()).default({}),
    }),
  ),
});
export type ComposeService = z.infer<typeof Service>;

/** `${NAME}`, `${NAME:-default}` or `${NAME:?message}` in a value. */
export interface Interpolation {
  readonly name: string;
  readonly isRequired: boolean;
  readonly fallback: string | null;
}

/** The compose file with the form that this project keeps to; another form (lists for maps, another service) throws. */
export function readCompose(): z.infer<typeof Compose> {
  return Compose.parse(parse(readRepositoryFile('docker-compose.yml'), { merge: true }));
}

export function readOverlay(file: string): z.infer<typeof Overlay> {
  return Overlay.parse(parse(readRepositoryFile(file)));
}

export function interpolationsOf(text: string): Interpolation[] {
  return [...text.matchAll(/\$\{(\w+)(?:(:[-?])([^}]*))?\}/g)].map(([, name = '', operator, rest = '']) => ({
    name,
    isRequired: operator === ':?' && rest !== '',
    fallback: operator === ':-' ? rest : null,
  }));
}

/** As compose does it with an `.env`: blank counts as unset, and a required one that is unset stops everything. */
export function interpolate(
  environment: Readonly<Record<string, string>>,
  values: Readonly<Record<string, string>>,
): Record<string, string> {
  const fill = (text: string): string =>
    text.replaceAll(/\$\{[^}]*\}/g, (whole) => {
      const [{ name, fallback, isRequired } = { name: '', fallback: null, isRequired: false }] =
        interpolationsOf(whole);
      const value = values[name] ?? '';
      if (value === '' && isRequired) throw new Error(`${name} is missing`);
      return value === '' ? (fallback ?? '') : value;
    });
  return Object.fromEntries(Object.entries(environment).map(([name, value]) => [name, fill(value)]));
}
