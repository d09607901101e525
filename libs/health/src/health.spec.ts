import { CacheConnection, type CacheStatus } from '@council/cache';
import { ConfigModule, parseEnvironment } from '@council/config';
import { type QueueStatus, SessionQueue } from '@council/dispatch';
import { LlmProviderModule, ProviderBook, ProviderRegistry } from '@council/llm-provider';
import { MigrationStatus } from '@council/migrations';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import {
  type ArgumentsHost,
  type BeforeApplicationShutdown,
  Catch,
  type ExceptionFilter,
  Global,
  Injectable,
  Module,
} from '@nestjs/common';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { DataSource } from 'typeorm';
import { HealthModule } from './health.module.js';
import { HealthPort } from './health-port.js';
import { HealthReports } from './health-reports.js';

const never = () => new Promise<never>(() => undefined);

/** As the edge of the server has one: whatever it catches is turned into something else. */
@Catch()
class CatchAllFilter implements ExceptionFilter {
  catch(_error: unknown, host: ArgumentsHost): void {
    host.switchToHttp().getResponse<{ status(code: number): { send(body: object): void } }>().status(500).send({});
  }
}

/** What the server leans on; each can be taken away. */
class World {
  query: () => Promise<unknown> = async () => [];
  pending: () => Promise<readonly string[]> = async () => [];
  cacheStatus: CacheStatus = 'connected';
  queueStatus: QueueStatus = 'connected';
  queries = 0;
}

/** Holds the shutdown up from deep below, as a session that is being put away does. */
@Injectable()
class LastGuest implements BeforeApplicationShutdown {
  static mayGo = Promise.resolve();
  beforeApplicationShutdown(): Promise<void> {
    return LastGuest.mayGo;
  }
}
@Module({ providers: [LastGuest] })
class RunnerModule {}
@Module({ imports: [RunnerModule] })
class SessionsModule {}
@Module({ imports: [SessionsModule] })
class FeaturesModule {}

let app: NestFastifyApplication;
let world: World;

async function boot(environment: Record<string, string> = { OPENAI_API_KEY: 'sk-secret' }): Promise<void> {
  world = new World();
  const query = async () => {
    world.queries += 1;
    return world.query();
  };
  @Global()
  @Module({ providers: [{ provide: DataSource, useValue: { query } }], exports: [DataSource] })
  class FakeDatabaseModule {}
  const config = parseEnvironment(environment);
  const registry = { book: new ProviderBook(config.llm) };
  @Module({ providers: [{ provide: ProviderRegistry, useValue: registry }], exports: [ProviderRegistry] })
  class FakeModelsModule {}
  const module = await Test.createTestingModule({
    imports: [ConfigModule.with(config), FakeDatabaseModule, HealthModule, FeaturesModule],
  })
    .overrideProvider(MigrationStatus)
    .useValue({ pending: () => world.pending() })
    .overrideProvider(CacheConnection)
    .useValue({ store: new Map(), status: async () => world.cacheStatus })
    .overrideProvider(SessionQueue)
    .useValue({ status: async () => world.queueStatus, meanwhile: 'sessions wait' })
    .overrideModule(LlmProviderModule)
    .useModule(FakeModelsModule)
    .compile();
  app = module.createNestApplication<NestFastifyApplication>(new FastifyAdapter());
  app.useGlobalFilters(new CatchAllFilter());
  await app.init();
}

interface Answer {
  readonly status: number;
  readonly report: Record<'status', string> & Record<'info' | 'error' | 'details', Record<string, object>>;
  readonly text: string;
}

async function ask(path: string): Promise<Answer> {
  const answer = await app.inject({ method: 'GET', url: path });
  return { status: answer.statusCode, report: answer.json(), text: answer.body };
}

describe('health', () => {
  afterEach(() => app.close());

  it('is ok when everything is there', async () => {
    await boot({ OPENAI_API_KEY: 'sk-secret', DATABASE_URL: 'postgres://someone:secret@127.0.0.1/council' });
    const { status, report, text } = await ask('/health');
    const up = { status: 'up' };
    expect(status).toBe(200);
    expect(report).toMatchObject({ status: 'ok', error: {} });
    expect(report.info).toEqual(report.details);
    expect(report.details).toEqual({
      database: { ...up, kind: 'server', responseTime: expect.any(Number) },
      migrations: { ...up, responseTime: expect.any(Number) },
      cache: { ...up, kind: 'redis' },
      queue: { ...up, kind: 'redis' },
      models: up,
    });
    expect(text).not.toMatch(/secret|someone|127\.0\.0\.1/);
  });

  it('works with less: no model and a lost Redis degrade it, and it stays ready', async () => {
    await boot({});
    world.cacheStatus = 'disconnected';
    world.queueStatus = 'disconnected';
    const { status, report } = await ask('/health');
    expect([status, report.status]).toEqual([200, 'degraded']);
    expect(report.details).toMatchObject({
      database: { status: 'up', kind: 'embedded' },
      cache: { status: 'degraded' },
      queue: { status: 'degraded', message: 'Redis does not answer: sessions wait' },
      models: { status: 'degraded', message: expect.stringContaining('LLM_PROVIDER') },
    });
    expect(report.error).toEqual({});
    const ready = await ask('/health/ready');
    expect([ready.status, ready.report.status]).toEqual([200, 'ok']);
    expect(Object.keys(ready.report.details)).toEqual(['database', 'migrations']);
  });

  it('does not miss a Redis that nobody configured', async () => {
    await boot();
    world.cacheStatus = 'off';
    world.queueStatus = 'off';
    expect((await ask('/health')).report).toMatchObject({
      status: 'ok',
      details: { cache: { kind: 'memory' }, queue: { kind: 'in-process' } },
    });
  });

  it.each(['/health', '/health/ready'])('%s is 503 without the database, in the form of Terminus', async (path) => {
    await boot();
    world.query = () => Promise.reject(new Error('connect ECONNREFUSED 10.1.2.3:5432'));
    const { status, report, text } = await ask(path);
    const database = { status: 'down', message: 'the database does not answer', responseTime: expect.any(Number) };
    expect([status, report.status]).toEqual([503, 'error']);
    expect(report.error).toEqual({ database });
    expect(report.details).toMatchObject({ database, migrations: { status: 'up' } });
    expect(text).not.toContain('10.1.2.3');
  });

  it('is not ready while a migration is pending, or nobody can tell', async () => {
    await boot();
    world.pending = async () => ['AddColumn1'];
    const behind = await ask('/health/ready');
    expect([behind.status, behind.report.error]).toMatchObject([503, { migrations: { status: 'down' } }]);
    world.pending = () => Promise.reject(new Error('relation "schema_migrations" at 10.1.2.3'));
    const unknown = await ask('/health/ready');
    expect(unknown.status).toBe(503);
    expect(unknown.text).not.toContain('10.1.2.3');
  });

  it('answers when the database does not, and asks it no second time while it owes an answer', async () => {
    await boot();
    world.query = never;
    const answers = await Promise.all([ask('/health'), ask('/health/ready')]);
    expect(answers.map(({ status }) => status)).toEqual([503, 503]);
    expect(answers[1].report.error).toMatchObject({ database: { message: 'timeout of 2000ms exceeded' } });
    await ask('/health/ready');
    expect(world.queries).toBe(1);
  });

  it('asks again after each answer', async () => {
    await boot();
    world.query = () => Promise.reject(new Error('gone'));
    expect((await ask('/health/ready')).status).toBe(503);
    world.query = async () => [];
    expect((await ask('/health/ready')).status).toBe(200);
  });

  it('is alive whatever is gone, and touches nothing to know', async () => {
    await boot({});
    world.query = never;
    world.pending = never;
    const { status, report } = await ask('/health/live');
    expect([status, report.status]).toEqual([200, 'ok']);
    expect(world.queries).toBe(0);
  });

  it('sends requests elsewhere while it shuts down, and is alive until the end', async () => {
    await boot();
    let release: () => void = () => undefined;
    LastGuest.mayGo = new Promise((resolve) => {
      release = resolve;
    });
    const closed = app.close();
    // Asked until the shutdown has come that far; the test's own time limit ends it otherwise.
    let ready = await ask('/health/ready');
    while (ready.status === 200) ready = await ask('/health/ready');
    expect([ready.status, ready.report.status]).toEqual([503, 'shutting_down']);
    expect((await ask('/health/live')).status).toBe(200);
    release();
    await closed;
  });

  it('may not be kept by a cache on the way', async () => {
    await boot();
    for (const path of ['/health', '/health/ready', '/health/live']) {
      const answer = await app.inject({ method: 'GET', url: path });
      expect(answer.headers['cache-control']).toContain('no-store');
    }
  });
});

describe('the health of a process that serves nothing else', () => {
  let address: string;
  const look = async (path: string, method = 'GET') => {
    const answer = await fetch(`${address}${path}`, { method });
    return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
  };
  beforeEach(async () => {
    await boot();
    address = await app.get(HealthPort).listen('127.0.0.1', 0);
  });
  afterEach(() => app.close());

  it('is told on a port of its own, as a server tells it', async () => {
    const answers = await Promise.all(['/health', '/health/ready?x', '/health/live'].map((path) => look(path)));
    expect(answers.map(({ status, body }) => [status, body['status']])).toEqual(Array(3).fill([200, 'ok']));
    world.query = () => Promise.reject(new Error('connect ECONNREFUSED 10.1.2.3:5432'));
    const { status, body } = await look('/health/ready');
    expect([status, body['status']]).toEqual([503, 'error']);
    expect(JSON.stringify(body)).not.toContain('10.1.2.3');
    expect((await look('/health/live')).status).toBe(200);
  });

  it('is all that is there', async () => {
    expect([await look('/api/v1/sessions'), await look('/health', 'POST')]).toMatchObject([
      { status: 404 },
      { status: 404 },
    ]);
  });

  it('says which address cannot be used', async () => {
    const other = new HealthPort(app.get(HealthReports));
    const refused = other.listen('127.0.0.1', Number(new URL(address).port));
    await expect(refused).rejects.toMatchObject({ code: 'WORKER.HEALTH_PORT' });
  });
});
