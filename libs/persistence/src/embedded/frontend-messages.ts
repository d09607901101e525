/** What a client of PostgreSQL sends before it has said hello. */
type Greeting = 'startup' | 'encryption' | 'cancel';

export type FrontendMessage =
  | { readonly kind: 'startup'; readonly bytes: Buffer }
  | { readonly kind: 'encryption'; readonly bytes: Buffer }
  | { readonly kind: 'cancel'; readonly bytes: Buffer }
  /** `type` is the protocol's one-letter name: Q query, P parse, B bind, E execute, S sync, X terminate ... */
  | { readonly kind: 'message'; readonly type: string; readonly bytes: Buffer };

const CANCEL_REQUEST = 80_877_102;
const SSL_REQUEST = 80_877_103;
const GSS_REQUEST = 80_877_104;
/** PostgreSQL's own limit of one message is 1 GB; nothing that we send comes near this. */
const MAX_MESSAGE_BYTES = 256 * 1024 * 1024;

/** Cuts a client's stream of bytes into messages of the PostgreSQL protocol (version 3), whole ones only. */
export class FrontendReader {
  private rest: Buffer = Buffer.alloc(0);
  private hasGreeted = false;

  /** Throws when the bytes cannot be the protocol. */
  read(chunk: Buffer): readonly FrontendMessage[] {
    this.rest = this.rest.length === 0 ? chunk : Buffer.concat([this.rest, chunk]);
    const messages: FrontendMessage[] = [];
    for (let message = this.next(); message !== null; message = this.next()) messages.push(message);
    return messages;
  }

  private next(): FrontendMessage | null {
    const lengthAt = this.hasGreeted ? 1 : 0;
    if (this.rest.length < lengthAt + 4) return null;
    const size = this.rest.readInt32BE(lengthAt) + lengthAt;
    if (size < lengthAt + 4 || size > MAX_MESSAGE_BYTES) throw new Error('not the PostgreSQL protocol');
    if (this.rest.length < size) return null;
    const bytes = this.rest.subarray(0, size);
    this.rest = this.rest.subarray(size);
    if (this.hasGreeted) return { kind: 'message', type: String.fromCharCode(bytes[0] ?? 0), bytes };
    const kind = greetingOf(bytes);
    if (kind === 'startup') this.hasGreeted = true;
    return { kind, bytes };
  }
}

function greetingOf(bytes: Buffer): Greeting {
  const code = bytes.length < 8 ? 0 : bytes.readInt32BE(4);
  if (code === SSL_REQUEST || code === GSS_REQUEST) return 'encryption';
  return code === CANCEL_REQUEST ? 'cancel' : 'startup';
}

/** The transaction's state that the last ReadyForQuery of an answer tells: idle, open or failed; null without one. */
export function readyState(answer: Uint8Array): 'I' | 'T' | 'E' | null {
  const bytes = Buffer.from(answer.buffer, answer.byteOffset, answer.byteLength);
  let state: 'I' | 'T' | 'E' | null = null;
  for (let at = 0; at + 5 <= bytes.length; at += 1 + bytes.readInt32BE(at + 1)) {
    if (bytes[at] === 0x5a) state = String.fromCharCode(bytes[at + 5] ?? 0) as 'I' | 'T' | 'E';
  }
  return state;
}

/** A simple query, as a client would send it. */
export function queryMessage(sql: string): Buffer {
  const body = Buffer.from(`${sql}\0`);
  const head = Buffer.alloc(5);
  head.write('Q', 0);
  head.writeInt32BE(body.length + 4, 1);
  return Buffer.concat([head, body]);
}

export const SYNC_MESSAGE = Buffer.from([0x53, 0, 0, 0, 4]);

/** The server's last words to a client that it drops. */
export function fatalMessage(sqlState: string, text: string): Buffer {
  const body = Buffer.from(`SFATAL\0VFATAL\0C${sqlState}\0M${text}\0\0`);
  const head = Buffer.alloc(5);
  head.write('E', 0);
  head.writeInt32BE(body.length + 4, 1);
  return Buffer.concat([head, body]);
}
