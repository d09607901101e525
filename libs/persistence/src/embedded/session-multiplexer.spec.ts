import { createServer, connect as connectSocket, type Server, type Socket } from 'node:net';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { fatalMessage, FrontendReader, queryMessage, readyState, SYNC_MESSAGE } from './frontend-messages.js';
import { SessionMultiplexer } from './session-multiplexer.js';

const STARTUP = Buffer.from([0, 0, 0, 8, 0, 3, 0, 0]);
const ready = (state: string): Buffer => Buffer.concat([Buffer.from([0x5a, 0, 0, 0, 5]), Buffer.from(state)]);

/** A session that remembers what it was asked, and answers as a transaction would. */
class ScriptedSession {
  readonly asked: string[] = [];
  private state = 'I';

  async execProtocolRaw(message: Uint8Array): Promise<Uint8Array> {
    const text = Buffer.from(message).subarray(5).toString().replaceAll('\0', '');
    this.asked.push(message[0] === 0x51 ? text : message[0] === 0x53 ? 'sync' : 'startup');
    if (text === 'BEGIN') this.state = 'T';
    if (text === 'COMMIT' || text === 'ROLLBACK') this.state = 'I';
    await new Promise((resolve) => setTimeout(resolve, 1));
    return ready(this.state);
  }
}

let folder: string;
let server: Server;
let session: ScriptedSession;
let counts: number[];
let path: string;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'council-mux-'));
  path = join(folder, 's');
  session = new ScriptedSession();
  // Each test its own: the clients of the one before may leave late.
  const own: number[] = [];
  counts = own;
  const multiplexer = new SessionMultiplexer(session, {
    idleInTransactionMs: 80,
    onClients: (count) => own.push(count),
  });
  server = createServer((socket) => {
    multiplexer.accept(socket);
  });
  await new Promise<void>((resolve) => server.listen(path, resolve));
});

afterEach(async () => {
  await new Promise((resolve) => server.close(resolve));
  rmSync(folder, { recursive: true, force: true });
});

class TestClient {
  private received: Buffer = Buffer.alloc(0);
  private onData: () => void = () => undefined;
  readonly closed: Promise<void>;

  private constructor(readonly socket: Socket) {
    socket.on('data', (chunk) => {
      this.received = Buffer.concat([this.received, chunk]);
      this.onData();
    });
    this.closed = new Promise((resolve) =>
      socket.once('close', () => {
        resolve();
      }),
    );
  }

  static async open(): Promise<TestClient> {
    const client = new TestClient(connectSocket(path));
    client.socket.write(STARTUP);
    await client.answer();
    return client;
  }

  /** The next bytes. */
  async answer(): Promise<Buffer> {
    while (this.received.length === 0)
      await new Promise<void>((resolve) => {
        this.onData = resolve;
      });
    const bytes = this.received;
    this.received = Buffer.alloc(0);
    return bytes;
  }

  async query(sql: string): Promise<string> {
    this.socket.write(queryMessage(sql));
    return (await this.answer()).subarray(-1).toString();
  }
}

describe('the multiplexer', () => {
  it('keeps the session for whoever is in a transaction, and serves the others afterwards', async () => {
    const [one, two] = [await TestClient.open(), await TestClient.open()];
    expect(await one.query('BEGIN')).toBe('T');
    const other = two.query('SELECT 2');
    await one.query('SELECT 1');
    await one.query('COMMIT');
    await other;
    expect(session.asked.slice(2)).toEqual(['BEGIN', 'SELECT 1', 'COMMIT', 'SELECT 2']);
    one.socket.destroy();
    two.socket.destroy();
  });

  it('rolls back for a client that leaves in a transaction', async () => {
    const [one, two] = [await TestClient.open(), await TestClient.open()];
    await one.query('BEGIN');
    const other = two.query('SELECT 2');
    one.socket.destroy();
    await other;
    expect(session.asked.slice(2)).toEqual(['BEGIN', 'sync', 'ROLLBACK', 'SELECT 2']);
    two.socket.destroy();
    await two.closed;
  });

  it('drops a client that holds a transaction and says nothing, so that nobody waits for ever', async () => {
    const [one, two] = [await TestClient.open(), await TestClient.open()];
    await one.query('BEGIN');
    await two.query('SELECT 2');
    expect((await one.answer()).toString()).toContain('25P03');
    await one.closed;
    two.socket.destroy();
  });

  it('forgets prepared statements of a client that has gone', async () => {
    const [one, two] = [await TestClient.open(), await TestClient.open()];
    const parse = Buffer.from('P\0\0\0\x0cq1\0x\0\0\0', 'latin1');
    parse.writeInt32BE(parse.length - 1, 1);
    one.socket.write(Buffer.concat([parse, SYNC_MESSAGE]));
    await one.answer();
    one.socket.destroy();
    await one.closed;
    await two.query('SELECT 2');
    expect(session.asked).toContain('DEALLOCATE ALL');
    two.socket.destroy();
  });

  it('counts arrivals and departures, answers a wish for encryption with no, and drops what is not the protocol', async () => {
    const client = new (class {
      readonly socket = connectSocket(path);
    })();
    client.socket.write(Buffer.from([0, 0, 0, 8, 4, 210, 22, 47]));
    const answer = await new Promise<Buffer>((resolve) => client.socket.once('data', resolve));
    expect(answer.toString()).toBe('N');
    const closed = new Promise<void>((resolve) =>
      client.socket.once('close', () => {
        resolve();
      }),
    );
    client.socket.write('GET / HTTP/1.1\r\n\r\n');
    await closed;
    expect(counts).toEqual([1, 0]);
  });
});

describe('the protocol', () => {
  it('is cut into whole messages, however the bytes arrive', () => {
    const bytes = Buffer.concat([STARTUP, queryMessage('SELECT 1'), SYNC_MESSAGE]);
    const reader = new FrontendReader();
    const messages = [...bytes].flatMap((byte) => reader.read(Buffer.from([byte])));
    expect(messages.map((message) => (message.kind === 'message' ? message.type : message.kind))).toEqual([
      'startup',
      'Q',
      'S',
    ]);
    expect(Buffer.concat(messages.map((message) => message.bytes))).toEqual(bytes);
  });

  it('tells the state of the transaction from the last word of an answer', () => {
    expect(readyState(Buffer.concat([fatalMessage('XX000', 'Z'), ready('E')]))).toBe('E');
    expect(readyState(Buffer.concat([ready('T'), ready('I')]))).toBe('I');
    expect(readyState(fatalMessage('XX000', 'no'))).toBeNull();
  });
});
