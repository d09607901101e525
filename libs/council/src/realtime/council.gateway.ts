import type { IncomingMessage } from 'node:http';
import { setTimeout } from 'node:timers/promises';
import { type Asking, askingOf, AuditTrail } from '@council/access';
import { Command, type Frame } from '@council/contracts';
import { LiveChannel } from '@council/dispatch';
import { AppError, type ErrorKind } from '@council/kernel';
import { OnModuleDestroy, Logger } from '@nestjs/common';
import { type OnGatewayConnection, type OnGatewayDisconnect, WebSocketGateway } from '@nestjs/websockets';
import type { WebSocket } from 'ws';
import { SessionControl } from '../sessions/control/session-control.service.js';
import { SessionInterventions } from '../sessions/control/session-interventions.service.js';
import { SessionReader } from '../sessions/session-reader.service.js';
import { SessionStarter } from '../sessions/session-starter.service.js';
import { Feeds } from './feeds.service.js';
import { LiveRights } from './live-rights.js';
import { Pulse } from './pulse.js';
import type { FrameSink, SessionFeed } from './session-feed.js';
import { Turns } from './turns.js';

/** Bytes in a socket's buffer beyond which deltas are skipped and durable frames wait in the log. */
const BUSY_BYTES = 1_000_000;
/** Sessions that one socket may watch at once. */
const MAX_FEEDS = 200;
/** "Service restart": whoever gets it comes back, and says where it stood. */
const COME_BACK = 1012;
const NOT_SIGNED_IN = 1008;
const TOO_OFTEN_MS = 1_000;
/** What is not one's own is told to be absent. */
const REFUSALS: readonly ErrorKind[] = ['unauthenticated', 'forbidden', 'not-found', 'rate-limited'];

interface Client {
  readonly asking: Asking;
  readonly feeds: Map<string, SessionFeed>;
  /** Sessions that it is shown without having asked for them. */
  readonly offered: Set<string>;
  readonly sink: FrameSink;
  /** Until its first `subscribe` a socket watches every session that is started after it was opened; then what it chose. */
  hasSubscribed: boolean;
}

/** `/ws`: frames down, commands up. Who may connect was decided before the upgrade; what they may do, at each command. */
@WebSocketGateway({ path: '/ws' })
export class CouncilGateway implements OnGatewayConnection<WebSocket>, OnGatewayDisconnect<WebSocket>, OnModuleDestroy {
  private readonly log = new Logger(CouncilGateway.name);
  private readonly clients = new Map<WebSocket, Client>();
  private readonly pulse = new Pulse();
  private isEnding = false;

  constructor(
    private readonly feeds: Feeds,
    private readonly sessions: SessionReader,
    private readonly starter: SessionStarter,
    private readonly control: SessionControl,
    private readonly interventions: SessionInterventions,
    private readonly rights: LiveRights,
    private readonly trail: AuditTrail,
    live: LiveChannel,
  ) {
    live.onNew((sessionUuid) => {
      this.offer(sessionUuid).catch((error: unknown) => {
        this.log.warn(`session ${sessionUuid} was offered to nobody: ${String(error)}`);
      });
    });
  }

  /** How many sockets are open. */
  get connections(): number {
    return this.clients.size;
  }

  handleConnection(socket: WebSocket, request: IncomingMessage): void {
    const sink: FrameSink = {
      send: (frame) => {
        if (socket.readyState === socket.OPEN) socket.send(JSON.stringify(frame));
      },
      isBusy: () => socket.bufferedAmount > BUSY_BYTES,
      lose: (sessionUuid) => {
        this.lose(socket, sessionUuid);
      },
      leave: () => {
        socket.close(COME_BACK, 'the server restarts, come back');
      },
    };
    if (this.isEnding) {
      sink.leave();
      return;
    }
    this.pulse.follow(socket);
    const asking = askingOf(request);
    this.clients.set(socket, { asking, feeds: new Map(), offered: new Set(), sink, hasSubscribed: false });
    const turns = new Turns(socket);
    socket.on('message', (data: Buffer, isBinary: boolean) => {
      turns.take(() =>
        this.receive(socket, isBinary ? '' : data.toString()).catch((error: unknown) => this.refuse(socket, error)),
      );
    });
  }

  handleDisconnect(socket: WebSocket): void {
    for (const feed of this.clients.get(socket)?.feeds.values() ?? []) this.feeds.unwatch(feed);
    this.clients.delete(socket);
    this.pulse.forget(socket);
  }

  onModuleDestroy(): void {
    this.isEnding = true;
    for (const { sink } of this.clients.values()) sink.leave();
  }

  private async receive(socket: WebSocket, text: string): Promise<void> {
    const client = this.clients.get(socket);
    if (client === undefined) return;
    const command = readCommand(text);
    const who = await this.rights.judge(client.asking, command);
    switch (command.cmd) {
      case 'ping':
        client.sink.send({ event: 'pong', timestamp: new Date().toISOString() }, null);
        return;
      case 'subscribe':
        await this.sessions.view(command.session_uuid);
        this.choose(client);
        this.watch(client, command.session_uuid, command.since ?? 0);
        return;
      case 'unsubscribe':
        this.unwatch(client, command.session_uuid);
        return;
      case 'start_session': {
        const started = await this.starter.start(command.data, who);
        client.sink.send(said('session:started', { ...started }), null);
        this.watch(client, started.session_uuid, 0);
        return;
      }
      case 'pause_session':
        await this.control.apply(command.data, 'pause', who);
        return;
      case 'resume_session':
        await this.control.apply(command.data, 'resume', who);
        return;
      case 'user_input':
        await this.interventions.say(command.data.session_uuid, command.data, who);
        return;
    }
  }

  private watch(client: Client, sessionUuid: string, since: number): void {
    this.unwatch(client, sessionUuid);
    if (client.feeds.size >= MAX_FEEDS) {
      throw new AppError('conflict', 'COMMAND.TOO_MANY', `one connection watches at most ${MAX_FEEDS} sessions`);
    }
    client.feeds.set(sessionUuid, this.feeds.watch(sessionUuid, since, client.sink, client.asking));
  }

  private choose(client: Client): void {
    client.hasSubscribed = true;
    for (const sessionUuid of client.offered) this.unwatch(client, sessionUuid);
  }

  private unwatch(client: Client, sessionUuid: string): void {
    const feed = client.feeds.get(sessionUuid);
    if (feed !== undefined) this.feeds.unwatch(feed);
    client.feeds.delete(sessionUuid);
    client.offered.delete(sessionUuid);
  }

  /**
   * A session is kept, and has not begun: sockets that never chose get it whole. Not a socket that comes later, even if
   * the session begins after that: whoever started it will ask for it, and would get its first frames twice. And only
   * those of whoever started it.
   */
  private async offer(sessionUuid: string): Promise<void> {
    const present = [...this.clients];
    if (present.length === 0) return;
    const starter = await this.rights.starterOf(sessionUuid);
    for (const [socket, client] of present) {
      if (client.asking.principal?.userUuid !== starter || !this.clients.has(socket)) continue;
      const isFree = !client.hasSubscribed && !client.feeds.has(sessionUuid) && client.feeds.size < MAX_FEEDS;
      if (!isFree) continue;
      this.watch(client, sessionUuid, 0);
      client.offered.add(sessionUuid);
    }
  }

  /** Whoever watches may not see it any more. */
  private lose(socket: WebSocket, sessionUuid: string): void {
    const client = this.clients.get(socket);
    if (client === undefined) return;
    this.unwatch(client, sessionUuid);
    const data = { code: 'SESSION.NOT_FOUND', error: 'there is no such session', session_uuid: sessionUuid };
    client.sink.send(said('error', data), null);
  }

  private async refuse(socket: WebSocket, error: unknown): Promise<void> {
    const isOurs = error instanceof AppError;
    if (!isOurs) this.log.error(`command: ${error instanceof Error ? error.message : String(error)}`);
    const data = isOurs
      ? { code: error.code, error: error.message, ...(error.issues === undefined ? {} : { issues: error.issues }) }
      : { code: 'INTERNAL', error: 'something went wrong on the server' };
    const client = this.clients.get(socket);
    if (isOurs && REFUSALS.includes(error.kind)) this.note(client?.asking, error);
    client?.sink.send(said('error', data), null);
    if (isOurs && error.kind === 'unauthenticated') socket.close(NOT_SIGNED_IN, error.code);
    // Whoever asks too often is not told so as often as they ask.
    if (isOurs && error.kind === 'rate-limited') await setTimeout(TOO_OFTEN_MS, undefined, { ref: false });
  }

  /** As a request that is refused. Not in single-user mode: there is nobody to tell apart. */
  private note(asking: Asking | undefined, { code }: AppError): void {
    if (asking?.principal == null || asking.principal.by === 'loopback') return;
    const { address, principal } = asking;
    const detail = { method: 'COMMAND', path: '/ws', code, address, user_uuid: principal.userUuid };
    this.trail.note({ who: principal.name, what: 'refused', detail });
  }
}

const said = (event: string, data: Record<string, unknown>): Frame => ({
  event,
  timestamp: new Date().toISOString(),
  data,
});

function readCommand(text: string): Command {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new AppError('malformed', 'COMMAND.MALFORMED', 'a command is a JSON object in a text frame');
  }
  const parsed = Command.safeParse(json);
  if (parsed.success) return parsed.data;
  const issues = parsed.error.issues.map(({ path, code, message }) => ({ path: path.join('.'), code, message }));
  throw new AppError('invalid', 'COMMAND.INVALID', issues[0]?.message ?? 'the command is not understood', { issues });
}
