import type { IncomingMessage } from 'node:http';
import type { Readable } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';

const UNPACK = { gzip: createGunzip, 'x-gzip': createGunzip, deflate: createInflate, br: createBrotliDecompress };
/** More than one is rare; many of them are an attempt to keep us busy. */
const MAX_LAYERS = 2;

/** A server answered in a form that is not read here. `message` says which, in words. */
export class AnswerUnreadable extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'AnswerUnreadable';
  }
}

/** The body as it was before it was packed for the way. An error on the way in is an error of what comes out. */
export function unpacked(response: IncomingMessage): Readable {
  const layers = (response.headers['content-encoding'] ?? '')
    .toLowerCase()
    .split(',')
    .map((layer) => layer.trim())
    .filter((layer) => layer !== '' && layer !== 'identity');
  const unknown = layers.find((layer) => !Object.hasOwn(UNPACK, layer));
  if (unknown !== undefined || layers.length > MAX_LAYERS) {
    response.destroy();
    throw new AnswerUnreadable(`the answer is packed in a way that is not read here (${layers.join(', ')})`);
  }
  return layers.toReversed().reduce<Readable>((packed, layer) => {
    const stream = UNPACK[layer as keyof typeof UNPACK]();
    packed.on('error', (error) => stream.destroy(error));
    return packed.pipe(stream);
  }, response);
}
