import { Allow } from '@council/access';
import { ConfigModule, parseEnvironment } from '@council/config';
import { Uuid } from '@council/contracts';
import { AppError } from '@council/kernel';
import { Body, Controller, Get, Module, Param, Post, Query } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { SubscribeMessage, WebSocketGateway } from '@nestjs/websockets';
import { WebSocket } from 'ws';
import { z } from 'zod';
import { createApp } from '../src/create-app.js';
import { EdgeModule } from '../src/edge/edge.module.js';
import { NoUsersModule } from './no-users.module.js';
import { type Answer, send } from './raw-http.js';

const Note = z.object({ title: z.string().max(5), pages: z.int().min(1) });
const Page = z.object({ limit: z.coerce.number().int().min(1) });

@Controller()
class NotesController {
  @Get('api/v1/notes')
  @Allow('viewer')
  list(@Query({ schema: Page }) page: z.infer<typeof Page>): unknown {
    return page;
  }
  @Get('api/v1/notes/:id')
  @Allow('viewer')
  get(@Param('id', { schema: Uuid }) id: string): unknown {
    return { id };
  }
  @Post('api/v1/notes')
  @Allow('member')
  create(@Body({ schema: Note }) note: z.infer<typeof Note>): unknown {
    return note;
  }
  @Get('api/v1/broken/:how')
  @Allow('viewer')
  broken(@Param('how') how: string): never {
    if (how === 'busy') throw new AppError('unavailable', 'NOTES.BUSY', 'come back', { retryAfterSeconds: 3 });
    if (how === 'unique') {
      const driverError = Object.assign(new Error('duplicate key value (secret)'), { code: '23505' });
      throw Object.assign(new Error('SELECT secret'), { name: 'QueryFailedError', driverError });
    }
    throw new Error('SELECT secret FROM vault -- sk-12345');
  }
  @Get('health/live')
  @Allow('health')
  live(): unknown {
    return { status: 'ok' };
  }
}

@WebSocketGateway({ path: '/ws' })
class EchoGateway {
  @SubscribeMessage('echo')
  echo(): unknown {
    return { event: 'echo' };
  }
}

/** The edge alone, before routes that keep notes and break in every way: what stands at the door of any route. */
export class NotesEdge {
  private app: NestFastifyApplication | undefined;
  port = 0;

  readonly start = async (environment: Record<string, string> = {}): Promise<void> => {
    const config = parseEnvironment({ PORT: '0', ...environment });
    @Module({
      imports: [ConfigModule.with(config), NoUsersModule, EdgeModule],
      controllers: [NotesController],
      providers: [EchoGateway],
    })
    class NotesModule {}
    this.app = await createApp(NotesModule, false);
    await this.app.listen(0, '127.0.0.1');
    this.port = (this.app.getHttpServer().address() as { port: number }).port;
  };

  readonly stop = async (): Promise<void> => {
    await this.app?.close();
    this.app = undefined;
  };

  readonly send = (
    method: string,
    path: string,
    headers: Record<string, string> = {},
    body?: string,
  ): Promise<Answer> => send(this.port, method, path, headers, body);

  /** The status of the refusal, or 101. */
  readonly upgrade = (headers: Record<string, string>): Promise<number> =>
    new Promise((resolve, reject) => {
      const socket = new WebSocket(`ws://127.0.0.1:${this.port}/ws`, { headers });
      socket.on('open', () => {
        socket.terminate();
        resolve(101);
      });
      socket.on('unexpected-response', (_request, response) => {
        response.resume();
        resolve(response.statusCode ?? 0);
      });
      socket.on('error', reject);
    });
}

export const JSON_BODY = { 'content-type': 'application/json' };
export const NOTE = JSON.stringify({ title: 'abc', pages: 1 });
