import type { IncomingMessage } from 'node:http';
import { AppError } from '@council/kernel';
import type { INestApplicationContext } from '@nestjs/common';
import { WsAdapter } from '@nestjs/platform-ws';
import type { WebSocketServer } from 'ws';
import { toProblem } from './problem.js';
import { FrontDoor } from './front-door.js';

type Verdict = (isAllowed: boolean, status?: number, message?: string) => void;
type ServerOptions = NonNullable<Parameters<WsAdapter['create']>[1]>;

/** Commands are small; documents go over HTTP. */
const MAX_FRAME_BYTES = 64 * 1024;
/** Of one process, at once. */
const MAX_SOCKETS = 4_096;

/** The rules of the HTTP edge before the upgrade is answered: whoever may not speak never gets a socket. */
export class AuthWsAdapter extends WsAdapter {
  constructor(
    app: INestApplicationContext,
    private readonly door: FrontDoor,
  ) {
    super(app);
  }

  override create(port: number, options?: ServerOptions): WebSocketServer {
    const verifyClient = ({ req }: { req: IncomingMessage }, done: Verdict): void => {
      const refuse = (error: unknown): void => {
        const { status, code } = toProblem(error);
        done(false, status, error instanceof AppError ? code : undefined);
      };
      if (sockets.clients.size >= MAX_SOCKETS) {
        refuse(tooMany());
        return;
      }
      this.door.admitUpgrade(req).then(() => {
        done(true);
      }, refuse);
    };
    const sockets = super.create(port, {
      ...options,
      maxPayload: MAX_FRAME_BYTES,
      verifyClient,
    } as ServerOptions) as WebSocketServer;
    return sockets;
  }
}

function tooMany(): AppError {
  return new AppError('unavailable', 'SOCKET.TOO_MANY', 'this server has as many sockets as it takes', {
    detail: 'Come back later, or reach another server.',
  });
}
