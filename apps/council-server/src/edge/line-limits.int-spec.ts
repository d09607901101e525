import { Allow } from '@council/access';
import { NoUsersModule } from '../../test/no-users.module.js';
import { EventEmitter, once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { ConfigModule, parseEnvironment } from '@council/config';
import { afterEach, describe, expect, it } from '@jest/globals';
import { Controller, Get, Injectable, Module, Post } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { send } from '../../test/raw-http.js';
import { createApp } from '../create-app.js';
import { EdgeModule } from './edge.module.js';
import { LINE_LIMITS, type LineLimits } from './line-limits.js';

/** A question whose answer is given when the test says so. */
@Injectable()
class Slow {
  private readonly happenings = new EventEmitter();
  readonly isAsked = once(this.happenings, 'asked');
  private readonly answer = once(this.happenings, 'answer') as Promise<[string]>;
  async ask(): Promise<string> {
    this.happenings.emit('asked');
    return (await this.answer)[0];
  }
  say(text: string): void {
    this.happenings.emit('answer', text);
  }
}

@Controller()
class SlowController {
  constructor(private readonly slow: Slow) {}
  @Get('api/v1/slow')
  @Allow('viewer')
  ask(): Promise<string> {
    return this.slow.ask();
  }
  @Post('api/v1/notes')
  @Allow('viewer')
  note(): object {
    return {};
  }
}

@Module({
  imports: [ConfigModule.with(parseEnvironment({ PORT: '0' })), NoUsersModule, EdgeModule],
  controllers: [SlowController],
  providers: [Slow],
})
class TestModule {}

let app: NestFastifyApplication | undefined;
let port = 0;
const start = async (limits: Partial<LineLimits> = {}): Promise<NestFastifyApplication> => {
  app = await createApp(TestModule, false, { page: undefined, samples: undefined }, { ...LINE_LIMITS, ...limits });
  await app.listen(0, '127.0.0.1');
  port = (app.getHttpServer().address() as { port: number }).port;
  return app;
};
afterEach(async () => {
  await app?.close();
  app = undefined;
});

/** What comes back on a bare line until the other end closes it. */
async function heardOn(socket: Socket): Promise<string> {
  let text = '';
  socket.setEncoding('utf8').on('data', (part: string) => (text += part));
  await once(socket, 'close');
  return text;
}
const open = async (said: string): Promise<Socket> => {
  const socket = connect(port, '127.0.0.1');
  await once(socket, 'connect');
  socket.on('error', () => undefined).write(said);
  return socket;
};

describe('a line that takes its time', () => {
  const quick = { headersMs: 200, requestMs: 300, lookMs: 50 };
  const head = 'POST /api/v1/notes HTTP/1.1\r\nhost: localhost\r\n';

  it.each([
    ['that never speaks', ''],
    ['whose headers never end', head],
    ['whose body never ends', `${head}content-type: application/json\r\ncontent-length: 9\r\n\r\n{`],
  ])('%s is cut', async (_what, said) => {
    await start(quick);
    expect(await heardOn(await open(said))).toMatch(/^(HTTP\/1\.1 408 |$)/);
  });

  it('that asks for nothing more after an answer is cut as well', async () => {
    await start({ ...quick, idleMs: 100 });
    const socket = await open('GET /api/v1/nowhere HTTP/1.1\r\nhost: localhost\r\n\r\n');
    expect(await heardOn(socket)).toMatch(/^HTTP\/1\.1 404 /);
  });

  it('headers that are too large are refused', async () => {
    await start();
    expect((await send(port, 'GET', '/api/v1/nowhere', { 'x-large': 'x'.repeat(17_000) })).status).toBe(431);
  });

  it('one line more than there may be is cut, and has a place when another has gone', async () => {
    await start({ connections: 2 });
    const first = await open('');
    await open('');
    expect(await heardOn(await open('GET / HTTP/1.1\r\n'))).toBe('');
    first.destroy();
    await once(first, 'close');
    expect((await send(port, 'GET', '/api/v1/nowhere')).status).toBe(404);
  });
});

describe('an ordered end', () => {
  it('lets nobody in any more, and answers what was asked before', async () => {
    const running = await start();
    const slow = running.get(Slow);
    const answer = send(port, 'GET', '/api/v1/slow');
    await slow.isAsked;
    const end = running.close();
    app = undefined;
    await expect(send(port, 'GET', '/api/v1/nowhere')).rejects.toThrow('ECONNREFUSED');
    slow.say('late, and whole');
    expect(await answer).toMatchObject({ status: 200, text: 'late, and whole' });
    await end;
  });
});
