// A name server on loopback, as the one inside Docker: nginx asks it where the backends are, and one name has them all.
import { createSocket } from 'node:dgram';
import { once } from 'node:events';

const HEADER_BYTES = 12;
const TYPE_A = 1;
const SECONDS = 1;

/** `addresses` answers those of the name `backend` at the moment. */
export async function startNames(addresses) {
  const socket = createSocket('udp4');
  socket.on('message', (question, from) => socket.send(answerTo(question, addresses()), from.port, from.address));
  socket.bind(0, '127.0.0.1');
  await once(socket, 'listening');
  return { address: `127.0.0.1:${socket.address().port}`, stop: () => socket.close() };
}

function answerTo(question, addresses) {
  let end = HEADER_BYTES;
  while (question[end] !== 0) end += question[end] + 1;
  end += 5;
  const found = question.readUInt16BE(end - 4) === TYPE_A ? addresses : [];
  const header = Buffer.from(question.subarray(0, HEADER_BYTES));
  // An answer, without an error, of one question; nothing beside it.
  header.writeUInt16BE(0x8180, 2);
  header.writeUInt16BE(found.length, 6);
  header.writeUInt32BE(0, 8);
  const records = found.map((address) => {
    const record = Buffer.alloc(16);
    record.writeUInt16BE(0xc00c, 0);
    record.writeUInt16BE(TYPE_A, 2);
    record.writeUInt16BE(1, 4);
    record.writeUInt32BE(SECONDS, 6);
    record.writeUInt16BE(4, 10);
    record.set(address.split('.').map(Number), 12);
    return record;
  });
  return Buffer.concat([header, question.subarray(HEADER_BYTES, end), ...records]);
}
