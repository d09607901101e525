import net from 'node:net';
import { describe, expect, it } from '@jest/globals';

describe('the guard of the tests', () => {
  it('fails a connection beyond this machine, by any way to ask for it', async () => {
    const REFUSED = /192\.0\.2\.1: tests may only reach loopback/;
    expect(() => net.connect(80, '192.0.2.1')).toThrow(REFUSED);
    expect(() => net.connect({ port: 80, host: '192.0.2.1' })).toThrow(REFUSED);
    await expect(fetch('http://192.0.2.1/')).rejects.toMatchObject({
      cause: { message: expect.stringMatching(REFUSED) },
    });
  });

  it('lets loopback pass', async () => {
    const server = net.createServer((socket) => socket.end('here'));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as net.AddressInfo;
    const answer = await new Promise((resolve) => net.connect(port, 'localhost').once('data', resolve));
    expect(String(answer)).toBe('here');
    server.close();
  });
});
