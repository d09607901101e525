import type { Socket } from 'node:net';
import {
  fatalMessage,
  FrontendReader,
  type FrontendMessage,
  queryMessage,
  readyState,
  SYNC_MESSAGE,
} from './frontend-messages.js';

/** The one session that an embedded PostgreSQL has: bytes of the wire protocol in, bytes out. */
export interface WireSession {
  execProtocolRaw(message: Uint8Array): Promise<Uint8Array>;
}

export interface MultiplexerOptions {
  /** A client that holds a transaction open for so long without a word is dropped, and its transaction rolled back. */
  readonly idleInTransactionMs: number;
  /** Told after every arrival and departure. */
  readonly onClients: (count: number) => void;
}

interface Client {
  readonly socket: Socket;
  readonly reader: FrontendReader;
  /** Messages that wait for the one that makes them a unit (a query, or the sync of an extended query). */
  pending: Buffer[];
  hasNamedStatements: boolean;
  isGone: boolean;
}

/** What ends a unit of work: only then is the session asked. H (flush) asks for the answers so far. */
const UNIT_ENDS = new Set(['Q', 'S', 'H', 'F']);

/**
 * Lets any number of clients share one session, one after the other: whoever begins a transaction keeps the session
 * until it is over. Without that, a rollback of one client would undo what another believes to be committed.
 */
export class SessionMultiplexer {
  private readonly clients = new Set<Client>();
  private readonly queue: { readonly client: Client; readonly bytes: Buffer }[] = [];
  private holder: Client | null = null;
  private isWorking = false;
  private idleTimer: NodeJS.Timeout | null = null;

  constructor(
    private readonly session: WireSession,
    private readonly options: MultiplexerOptions,
  ) {}

  get clientCount(): number {
    return this.clients.size;
  }

  accept(socket: Socket): void {
    const client: Client = {
      socket,
      reader: new FrontendReader(),
      pending: [],
      hasNamedStatements: false,
      isGone: false,
    };
    this.clients.add(client);
    this.options.onClients(this.clients.size);
    socket.setNoDelay(true);
    socket.on('data', (chunk) => {
      this.receive(client, chunk);
    });
    socket.on('error', () => socket.destroy());
    socket.on('close', () => void this.leave(client));
  }

  /** Resolves when no unit of work is in the session any more. */
  async drain(): Promise<void> {
    for (const { socket } of this.clients) socket.destroy();
    while (this.isWorking) await new Promise((resolve) => setTimeout(resolve, 5));
  }

  private receive(client: Client, chunk: Buffer): void {
    try {
      for (const message of client.reader.read(chunk)) this.take(client, message);
    } catch {
      client.socket.destroy();
    }
  }

  private take(client: Client, message: FrontendMessage): void {
    if (message.kind === 'encryption') {
      client.socket.write('N');
      return;
    }
    // There is no second backend that could cancel the first.
    if (message.kind === 'cancel') client.socket.destroy();
    else if (message.kind === 'startup') this.ask(client, message.bytes);
    else if (message.type === 'X') client.socket.end();
    else this.collect(client, message.type, message.bytes);
  }

  private collect(client: Client, type: string, bytes: Buffer): void {
    client.hasNamedStatements ||= type === 'P' && bytes[5] !== 0;
    client.pending.push(bytes);
    if (!UNIT_ENDS.has(type)) return;
    const unit = Buffer.concat(client.pending);
    client.pending = [];
    this.ask(client, unit);
  }

  private ask(client: Client, bytes: Buffer): void {
    this.queue.push({ client, bytes });
    void this.work();
  }

  private async work(): Promise<void> {
    if (this.isWorking) return;
    this.isWorking = true;
    this.stopIdleClock();
    for (let unit = this.nextUnit(); unit !== null; unit = this.nextUnit()) {
      const { client, bytes } = unit;
      const answer = await this.session.execProtocolRaw(bytes).catch(() => null);
      if (answer === null) {
        client.socket.destroy();
        continue;
      }
      if (!client.isGone) client.socket.write(answer);
      this.holder = readyState(answer) === 'I' ? null : client;
      if (this.holder?.isGone === true) await this.rollBack();
    }
    this.isWorking = false;
    this.startIdleClock();
  }

  private nextUnit(): { readonly client: Client; readonly bytes: Buffer } | null {
    const at = this.queue.findIndex(({ client }) => this.holder === null || client === this.holder);
    return at < 0 ? null : (this.queue.splice(at, 1)[0] ?? null);
  }

  /** A client that is gone leaves no open transaction and no prepared statement behind. */
  private async leave(client: Client): Promise<void> {
    client.isGone = true;
    for (let at = this.queue.length - 1; at >= 0; at -= 1)
      if (this.queue[at]?.client === client) this.queue.splice(at, 1);
    // While a unit is at work, the loop sees that its client is gone and cleans up itself.
    if (!this.isWorking && this.holder === client) {
      this.isWorking = true;
      await this.rollBack();
      this.isWorking = false;
    }
    if (client.hasNamedStatements) this.ask(client, queryMessage('DEALLOCATE ALL'));
    this.clients.delete(client);
    this.options.onClients(this.clients.size);
    void this.work();
  }

  private async rollBack(): Promise<void> {
    await this.session.execProtocolRaw(SYNC_MESSAGE).catch(() => null);
    await this.session.execProtocolRaw(queryMessage('ROLLBACK')).catch(() => null);
    this.holder = null;
  }

  private startIdleClock(): void {
    const { holder } = this;
    if (holder === null) return;
    this.idleTimer = setTimeout(() => {
      const words = 'terminating connection due to idle-in-transaction timeout';
      holder.socket.end(fatalMessage('25P03', words), () => holder.socket.destroy());
    }, this.options.idleInTransactionMs);
  }

  private stopIdleClock(): void {
    if (this.idleTimer !== null) clearTimeout(this.idleTimer);
    this.idleTimer = null;
  }
}
