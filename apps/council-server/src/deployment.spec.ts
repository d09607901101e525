import { parseEnv } from 'node:util';
import { ENVIRONMENT, parseEnvironment } from '@council/config';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { type ComposeService, interpolate, interpolationsOf, readCompose, readOverlay } from '../test/compose.js';
import { DockerStage, readDockerfile } from '../test/dockerfile.js';
import { readNginxTemplate } from '../test/nginx-template.js';
import { isExecutable, isInRepository, npmScriptsIn, readRepositoryFile } from '../test/repository.js';
import { servedRoutes } from '../test/served-routes.js';
import { SERVER_PREFIXES } from './edge/static-page.js';

const compose = readRepositoryFile('docker-compose.yml');
const { services, volumes } = readCompose();
const { postgres, redis, backend, worker, frontend } = services;
const files = { backend: 'docker/backend/Dockerfile', frontend: 'docker/frontend/Dockerfile' } as const;
const image = (name: keyof typeof files): DockerStage => readDockerfile(files[name]).at(-1) ?? new DockerStage('', []);
const nginx = readNginxTemplate();
const sample = parseEnv(readRepositoryFile('.env.example')) as Record<string, string>;

const NAMES: readonly string[] = ENVIRONMENT.map(({ name }) => name);
const PORT = ENVIRONMENT.find(({ name }) => name === 'PORT')?.default ?? '';
/** Prepared in nginx for what the server will have there: the API of chat models, and tools. */
const NOT_YET_SERVED = ['v1', 'mcp'];
const SECRETS = { POSTGRES_PASSWORD: 'p@ss: word', COUNCIL_API_TOKEN: 'sixteen-letters-' };

interface Development {
  readonly services: Readonly<
    Record<'postgres' | 'redis', { readonly image: string; readonly ports: readonly string[] }>
  >;
}

describe('the compose file', () => {
  it('has services that come back by themselves and say how they are', () => {
    for (const service of Object.values<ComposeService>(services)) {
      expect(service.restart).toBe('always');
      expect(service.healthcheck.test.length).toBeGreaterThan(1);
    }
    expect(postgres.image).toBe('pgvector/pgvector:pg16');
    expect(redis.image).toMatch(/^redis:7\b/);
    expect([backend.build, frontend.build]).toEqual(
      [files.backend, files.frontend].map((dockerfile) => ({ context: '.', dockerfile })),
    );
  });

  it('starts each when what it needs is healthy', () => {
    const isHealthy = { condition: 'service_healthy' };
    expect(backend.depends_on).toEqual({ postgres: isHealthy, redis: isHealthy });
    expect(worker.depends_on).toEqual(backend.depends_on);
    expect(frontend.depends_on).toEqual({ backend: isHealthy });
  });

  it('keeps the data of both stores in volumes', () => {
    expect(postgres.volumes).toEqual(['postgres_data:/var/lib/postgresql/data']);
    expect(redis.volumes).toEqual(['redis_data:/data']);
    expect(Object.keys(volumes)).toEqual(['postgres_data', 'redis_data']);
    expect(redis.command).toEqual([
      'redis-server',
      '--appendonly',
      'yes',
      '--maxmemory',
      '384mb',
      '--maxmemory-policy',
      'noeviction',
    ]);
  });

  it('gives the server every variable of the schema but the folder of the embedded database and what is a worker’s', () => {
    const others = ['COUNCIL_DATA_DIR', 'WORKER_HEALTH_PORT'];
    expect([...Object.keys(backend.environment), ...others].sort()).toEqual([...NAMES].sort());
  });

  it('has workers when they are asked for: of the same image and with the same settings, and a port for their health', () => {
    const { WORKER_HEALTH_PORT: port, ...settings } = worker.environment;
    expect([worker.profiles, worker.build, settings]).toEqual([['worker'], backend.build, backend.environment]);
    expect(worker.command).toEqual(['council-server', 'worker']);
    expect(port).toMatch(/^\d+$/);
    expect(worker.healthcheck.test.join(' ')).toContain("process.env.WORKER_HEALTH_PORT + '/health/ready'");
  });

  it('takes from .env what it does not decide itself, under the same name and with the default of the server', () => {
    const handed = Object.entries(backend.environment).filter(([name, value]) => value.includes(`{${name}:`));
    for (const [name, value] of handed) expect(value).toMatch(new RegExp(`^\\$\\{${name}:(-|\\?[^}]+)\\}$`));
    const decided = NAMES.filter((name) => !handed.some(([handedName]) => handedName === name));
    const said = /^# Without effect there: ([A-Z_, ]+)$/m.exec(readRepositoryFile('.env.example'));
    expect(said?.[1]?.split(', ')).toEqual(decided);
  });

  it('reads nothing that .env.example does not name', () => {
    const overlays = ['tls', 'scale'].map((name) => readRepositoryFile(`docker-compose.${name}.yml`));
    const names = interpolationsOf([compose, ...overlays].join('\n')).map(({ name }) => name);
    const ofComposeAlone = Object.keys(sample).filter((name) => !NAMES.includes(name));
    expect([...new Set(names.filter((name) => !NAMES.includes(name)))].sort()).toEqual(ofComposeAlone.sort());
    expect(interpolationsOf(frontend.ports.join())).toEqual([
      { name: 'HTTP_PORT', isRequired: false, fallback: sample['HTTP_PORT'] },
    ]);
  });

  it('refuses to start with an empty secret', () => {
    const required = interpolationsOf(compose).filter(({ isRequired }) => isRequired);
    expect([...new Set(required.map(({ name }) => name))].sort()).toEqual(Object.keys(SECRETS).sort());
    for (const name of Object.keys(SECRETS)) {
      expect(sample[name]).toBe('');
      expect(interpolationsOf(compose).filter((one) => one.name === name && !one.isRequired)).toEqual([]);
    }
  });

  it('makes an environment that the server accepts, and that reaches both stores', () => {
    const { host, port, apiToken, database, redisUrl } = parseEnvironment(
      interpolate(backend.environment, { ...sample, ...SECRETS }),
    );
    expect({ host, port: String(port), apiToken }).toEqual({
      host: '0.0.0.0',
      port: PORT,
      apiToken: SECRETS.COUNCIL_API_TOKEN,
    });
    const url = new URL(database.url ?? '');
    const own = interpolate(postgres.environment, SECRETS);
    expect([url.hostname, url.port, new URL(redisUrl ?? '').host]).toEqual(['postgres', '5432', 'redis:6379']);
    expect([url.username, url.pathname.slice(1), database.password]).toEqual([
      own['POSTGRES_USER'],
      own['POSTGRES_DB'],
      own['POSTGRES_PASSWORD'],
    ]);
    expect(postgres.healthcheck.test.join(' ')).toContain(
      `pg_isready -h 127.0.0.1 -U ${url.username} -d ${url.pathname.slice(1)}`,
    );
  });

  it('gives each a limit, logs that end, and longer to end than it takes', () => {
    for (const service of Object.values<ComposeService>(services)) {
      expect(service.mem_limit).toMatch(/^\d+[mg]$/);
      expect(service.pids_limit).toBeGreaterThan(0);
      expect(service.logging).toEqual({ driver: 'json-file', options: { 'max-size': '10m', 'max-file': '5' } });
      expect(service.stop_grace_period).toMatch(/^(30s|1m)$/);
    }
    expect(readRepositoryFile('apps/council-server/src/commands/limit-shutdown.ts')).toContain('SHUTDOWN_MS = 25_000');
    expect(readRepositoryFile('docker/nginx/nginx.conf')).toContain('worker_shutdown_timeout 20s;');
  });

  it('gives each nothing to write to but what it needs, and no rights', () => {
    for (const { read_only, cap_drop, cap_add, security_opt } of Object.values<ComposeService>(services)) {
      expect([read_only, cap_drop, cap_add, security_opt]).toEqual([true, ['ALL'], [], ['no-new-privileges:true']]);
    }
    // Without capabilities root could neither read a volume of another user nor become it: nobody begins as root.
    expect([postgres.user, redis.user]).toEqual(['postgres', 'redis']);
    // The number of that user in the image: a folder in memory has no other way to name its owner.
    expect(postgres.tmpfs).toEqual(['/tmp', '/var/run/postgresql:uid=999,gid=999,mode=0775']);
    const nginxUser = image('frontend').last('USER') ?? '';
    expect(frontend.tmpfs).toEqual(['/tmp', `/etc/nginx/conf.d:uid=${nginxUser},gid=${nginxUser},mode=0755`]);
    expect([redis.tmpfs, backend.tmpfs, worker.tmpfs]).toEqual([[], ['/tmp'], ['/tmp']]);
    // All that nginx writes is there.
    const written = readRepositoryFile('docker/nginx/nginx.conf').match(/(?<=(?:pid|temp_path) )\S+(?=;)/g) ?? [];
    expect(written.length).toBeGreaterThan(3);
    for (const path of written) expect(path).toMatch(/^\/tmp\//);
  });

  it('has an overlay for https: one port more, a certificate, and the address that people type', () => {
    const { services: over } = readOverlay('docker-compose.tls.yml');
    expect(Object.keys(over)).toEqual(['frontend']);
    const { ports = [], volumes: mounted = [], environment = {} } = over['frontend'] ?? {};
    expect(ports).toEqual(['${HTTPS_PORT:-443}:443']);
    expect(sample['HTTPS_PORT']).toBe('443');
    expect(mounted).toEqual([expect.stringMatching(/^\$\{TLS_DIR:\?.+\}:\/etc\/nginx\/tls:ro$/)]);
    expect(environment['COUNCIL_TLS']).toBe('https');
    expect(environment['PUBLIC_URL']).toMatch(/^\$\{PUBLIC_URL:\?/);
    expect(readRepositoryFile('docker/nginx/listen-https.conf.template')).toContain('/etc/nginx/tls/fullchain.pem');
  });

  it('has an overlay for more than one backend, all behind the one name that nginx asks for', () => {
    expect(readOverlay('docker-compose.scale.yml').services).toMatchObject({
      backend: { scale: 2 },
      worker: { scale: 2 },
    });
    expect(image('frontend').environment()['BACKEND_HOST']).toBe('backend');
  });

  it('has a file for who develops: the same stores, on loopback alone', () => {
    const dev = parse(readRepositoryFile('docker-compose.dev.yml')) as Development;
    expect(Object.keys(dev.services)).toEqual(['postgres', 'redis']);
    expect([dev.services.postgres.image, dev.services.redis.image]).toEqual([postgres.image, redis.image]);
    for (const { ports } of Object.values(dev.services))
      for (const port of ports) expect(port).toMatch(/^127\.0\.0\.1:/);
  });

  it('publishes the frontend alone', () => {
    expect(frontend.ports).toEqual([`\${HTTP_PORT:-80}:${nginx.port}`]);
    expect([postgres, redis, backend, worker].flatMap(({ ports }) => ports)).toEqual([]);
    expect(backend.expose).toEqual([PORT]);
  });
});

describe('the images', () => {
  it.each([['backend'], ['frontend']] as const)('%s: several stages, and not root in the last', (name) => {
    expect(readDockerfile(files[name]).length).toBeGreaterThan(1);
    expect(image(name).last('USER')).toMatch(/^(?!0$|root$)\w+$/);
  });

  it.each([['backend'], ['frontend']] as const)('%s: every base has a tag, and can be given with a digest', (name) => {
    const text = readRepositoryFile(files[name]);
    for (const { image: base } of readDockerfile(files[name])) expect(base).toMatch(/^[\w./-]+:[\w.-]*\d[\w.-]*$/);
    for (const [, from = ''] of text.matchAll(/^FROM (\S+)/gm)) expect(from).toMatch(/^\$\{(NODE|NGINX)_IMAGE\}$/);
  });

  it.each([['backend'], ['frontend']] as const)('%s: packages from the lockfile alone, and labels', (name) => {
    const runs = readDockerfile(files[name]).flatMap((stage) => stage.all('RUN'));
    for (const run of runs.filter((line) => /npm /.test(line))) expect(run).toMatch(/^npm ci .*--ignore-scripts/);
    const labels = image(name).all('LABEL').join(' ');
    for (const label of ['title', 'description', 'licenses', 'version', 'revision']) {
      expect(labels).toContain(`org.opencontainers.image.${label}=`);
    }
    expect(image(name).last('STOPSIGNAL')).toMatch(/^SIG(TERM|QUIT)$/);
  });

  it.each([['backend'], ['frontend']] as const)('%s: the same health check as in the compose file', (name) => {
    expect(['CMD', ...image(name).execForm('HEALTHCHECK')]).toEqual(services[name].healthcheck.test);
  });

  it.each([['backend'], ['frontend']] as const)('%s: is made of files that exist and reach the builder', (name) => {
    const ignored = readRepositoryFile('.dockerignore').split('\n');
    for (const path of readDockerfile(files[name]).flatMap((stage) => stage.copiedFromRepository())) {
      expect([path, isInRepository(path)]).toEqual([path, true]);
      expect(ignored).not.toContain(`${path.split('/')[0] ?? ''}/`);
    }
    expect(ignored).toEqual(expect.arrayContaining(['.env', 'data/', 'node_modules/', 'dist/', '.git/']));
  });

  it.each([['backend'], ['frontend']] as const)(
    '%s: takes nothing with the rights that it has where it is built, which may be its owner’s alone',
    (name) => {
      const [build] = readDockerfile(files[name]);
      expect(image(name).copiedFromRepository()).toEqual([]);
      const opened = build?.all('RUN').join(' ') ?? '';
      for (const copy of image(name)
        .all('COPY')
        .filter((rest) => rest.startsWith('--from=build '))) {
        const [, path = ''] = /^--from=build \/app\/(\S+)/.exec(copy) ?? [];
        const isOpened = [path, path.split('/').slice(0, 2).join('/'), path.split('/')[0]].some((part) =>
          new RegExp(`chmod -R a\\+rX,go-w [^&]*(?<=\\s)${part ?? ''}(\\s|$)`).test(opened),
        );
        expect([path, isOpened]).toEqual([path, true]);
      }
    },
  );

  it('backend: builds with scripts that exist, on a Node that the package allows', () => {
    const { scripts, engines } = JSON.parse(readRepositoryFile('package.json')) as {
      readonly scripts: Record<string, string>;
      readonly engines: { readonly node: string };
    };
    expect(engines.node).toBe('>=20.19');
    for (const stage of readDockerfile(files.backend)) {
      expect(stage.image).toMatch(/^node:20\.\d+\.\d+-bookworm-slim$/);
      for (const script of npmScriptsIn(stage.all('RUN').join('\n'))) expect(Object.keys(scripts)).toContain(script);
    }
  });

  it('backend: has the command on its path and serves with it until it is told to end', () => {
    const { bin } = JSON.parse(readRepositoryFile('package.json')) as { readonly bin: Record<string, string> };
    const [command = '', ...rest] = image('backend').execForm('CMD');
    expect(rest).toEqual(['serve']);
    expect(isInRepository(bin[command] ?? 'nowhere')).toBe(true);
    expect(image('backend').all('RUN').join('\n')).toContain(
      `ln -s /app/${bin[command] ?? ''} /usr/local/bin/${command}`,
    );
    expect(image('backend').last('WORKDIR')).toBe('/app');
    expect(image('backend').last('STOPSIGNAL')).toBe('SIGTERM');
  });

  it('backend: listens where the others look for it', () => {
    const { HOST, NODE_ENV, ...rest } = image('backend').environment();
    expect([HOST, NODE_ENV, rest]).toEqual(['0.0.0.0', 'production', {}]);
    expect(image('backend').last('EXPOSE')).toBe(PORT);
  });

  it('backend: asks for its health where the server answers', () => {
    const [address, path] =
      /127\.0\.0\.1:' \+ \(process\.env\.PORT \|\| (\d+)\) \+ '([^']+)'/
        .exec(image('backend').execForm('HEALTHCHECK').join(' '))
        ?.slice(1) ?? [];
    expect([address, path]).toEqual([PORT, '/health/ready']);
    expect(servedRoutes()).toEqual(expect.arrayContaining(['/health', '/health/live', '/health/ready']));
  });
});

describe('nginx', () => {
  it('passes on every prefix that the server has', () => {
    const prefixes = new Set(servedRoutes().map((route) => route.split('/')[1] ?? ''));
    expect(prefixes.size).toBeGreaterThan(2);
    expect([...prefixes].filter((prefix) => !nginx.proxied.includes(prefix))).toEqual([]);
    expect(nginx.proxied.filter((prefix) => !prefixes.has(prefix) && !NOT_YET_SERVED.includes(prefix))).toEqual([]);
  });

  it('takes for the page what the server itself takes for it', () => {
    expect([...nginx.proxied].sort()).toEqual([...SERVER_PREFIXES].sort());
  });

  it('is told all that its template leaves open, and looks for the server where it is', () => {
    const {
      NGINX_ENVSUBST_FILTER: filter = '',
      NGINX_ENTRYPOINT_LOCAL_RESOLVERS: resolvers,
      ...told
    } = image('frontend').environment();
    const byScript = ['COUNCIL_REAL_IP', 'COUNCIL_TLS', 'COUNCIL_TRUSTED'];
    expect(told).toEqual({ BACKEND_HOST: 'backend', BACKEND_PORT: PORT });
    for (const name of byScript) expect(readRepositoryFile('docker/nginx/16-council.envsh')).toContain(name);
    expect(services).toHaveProperty(told['BACKEND_HOST'] ?? '');
    // The image's entrypoint sets this one, when it is asked to.
    expect([...nginx.variables].sort()).toEqual([...Object.keys(told), ...byScript, 'NGINX_LOCAL_RESOLVERS'].sort());
    expect(resolvers).toBe('1');
    for (const name of nginx.variables) expect(name).toMatch(new RegExp(filter));
  });

  it('takes bodies as large as the server does', () => {
    const [, product = ''] =
      /BODY_LIMIT_BYTES = ([\d *]+);/.exec(readRepositoryFile('apps/council-server/src/edge/body-size.ts')) ?? [];
    expect(nginx.bodyLimitBytes).toBe(product.split('*').reduce((result, factor) => result * Number(factor), 1));
  });

  it('finds its template and its page where the image puts them, and listens where the image says', () => {
    const copies = image('frontend').all('COPY');
    expect(copies).toContain(`--from=build /app/dist/apps/web ${nginx.root}`);
    const built = '--from=build /app/docker/nginx';
    expect(copies).toContain(`${built}/default.conf.template /etc/nginx/templates/default.conf.template`);
    expect(copies).toContain(
      `${built}/listen-http.conf.template ${built.split(' ')[1] ?? ''}/listen-https.conf.template /etc/nginx/templates/council/`,
    );
    expect(copies).toContain(`${built}/nginx.conf /etc/nginx/nginx.conf`);
    expect(copies).toContain(`${built}/16-council.envsh /docker-entrypoint.d/16-council.envsh`);
    // The entrypoint leaves out what it may not execute.
    expect(isExecutable('docker/nginx/16-council.envsh')).toBe(true);
    expect(image('frontend').last('EXPOSE')).toBe(`${nginx.port} 443`);
    expect(nginx.text).toContain('listen 127.0.0.1:8081;');
    expect(frontend.healthcheck.test.at(-1)).toBe('http://127.0.0.1:8081/');
  });
});
