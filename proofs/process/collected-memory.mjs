// What a process holds once its garbage has been collected: its resident size hardly says what a thousand sockets cost.
import { once } from 'node:events';
import { LOOPBACK_ONLY } from '../../apps/council-server/test/spawned-server.mjs';
import { WebSocket } from 'ws';

/** For the environment of a process that is to be asked. */
export const askable = (host, port) => ({
  NODE_OPTIONS: `${LOOPBACK_ONLY.NODE_OPTIONS} --inspect=${host}:${port}`,
});

/** Heap and buffers in kilobytes. */
export async function collectedKilobytes(host, port) {
  const [{ webSocketDebuggerUrl }] = await fetch(`http://${host}:${port}/json/list`).then((answer) => answer.json());
  const socket = new WebSocket(webSocketDebuggerUrl);
  await once(socket, 'open');
  try {
    await ask(socket, 'HeapProfiler.collectGarbage');
    const expression = '(({ heapUsed, external }) => (heapUsed + external) / 1024)(process.memoryUsage())';
    return (await ask(socket, 'Runtime.evaluate', { expression })).result.value;
  } finally {
    socket.close();
  }
}

let asked = 0;

async function ask(socket, method, params = {}) {
  const id = (asked += 1);
  socket.send(JSON.stringify({ id, method, params }));
  for (;;) {
    const [text] = await once(socket, 'message');
    const answer = JSON.parse(String(text));
    if (answer.id === id) return answer.result;
  }
}
