import type { IncomingMessage } from 'node:http';
import type { AuditTrail } from '@council/access';
import { AppError } from '@council/kernel';
import type { INestApplicationContext } from '@nestjs/common';
import { WsAdapter } from '@nestjs/platform-ws';
import type { WebSocketServer } from 'ws';
import { noteRefusedUpgrade } from './note-requests.js';
import { toProblem } from './problem.js';
import { FrontDoor } from './front-door.js';
import { requestIdOf } from './request-id.js';

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
    private readonly trail: AuditTrail,
  ) {
    super(app);
  }

  override create(port: number, options?: ServerOptions): WebSocketServer {
    const verifyClient = ({ req }: { req: IncomingMessage }, done: Verdict): void => {
      const refuse = (error: unknown): void => {
        const { status, code } = toProblem(error);
        noteRefusedUpgrade(this.trail, req, { status, code, requestId: requestIdOf(req) });
        done(false, status, error instanceof AppError ? code : undefined);
      };
      const hasRoom = (): boolean => sockets.clients.size < MAX_SOCKETS;
      if (!hasRoom()) {
        refuse(tooMany());
        return;
      }
      this.door.admitUpgrade(req).then(() => {
        // Others have come in while it was asked who this is.
        if (hasRoom()) done(true);
        else refuse(tooMany());
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
