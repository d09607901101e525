// Stands before a real server and answers for one session itself, so that a browser can be given a session of any length
// and a stream of any speed.
import { createServer, request } from 'node:http';
import { WebSocketServer } from 'ws';

const PAGE = 1_000;

export class ScriptedFront {
  #server;
  #sockets = new Set();

  /** `session`: its view. `log`: its events. Everything else is asked of the server at `url`. */
  constructor(url, session, log) {
    const own = `/api/v1/sessions/${session.session_uuid}`;
    this.#server = createServer((asked, answer) => {
      const { pathname, searchParams } = new URL(asked.url, url);
      if (pathname === own) return json(answer, session);
      if (pathname === `${own}/events`) {
        const since = Number(searchParams.get('since') ?? 0);
        return json(answer, { events: log.slice(since, since + PAGE), last_seq: log.length });
      }
      return pass(asked, answer, url);
    });
    const socket = new WebSocketServer({ server: this.#server, path: '/ws' });
    socket.on('connection', (one) => {
      one.on('message', (text) => {
        const { cmd } = JSON.parse(String(text));
        if (cmd === 'ping') one.send(JSON.stringify({ event: 'pong', timestamp: new Date().toISOString(), data: {} }));
        if (cmd === 'subscribe') this.#sockets.add(one);
      });
      one.on('close', () => this.#sockets.delete(one));
    });
  }

  async listen() {
    await new Promise((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${this.#server.address().port}`;
  }

  get watchers() {
    return this.#sockets.size;
  }

  send(frame) {
    for (const socket of this.#sockets) socket.send(frame);
  }

  close() {
    for (const socket of this.#sockets) socket.terminate();
    this.#server.closeAllConnections();
    this.#server.close();
  }
}

function json(answer, body) {
  answer.writeHead(200, { 'content-type': 'application/json' });
  answer.end(JSON.stringify(body));
}

function pass(asked, answer, url) {
  const { hostname, port } = new URL(url);
  const headers = { ...asked.headers, host: `${hostname}:${port}` };
  const passed = request({ hostname, port, path: asked.url, method: asked.method, headers }, (from) => {
    answer.writeHead(from.statusCode, from.headers);
    from.pipe(answer);
  });
  passed.on('error', () => answer.destroy());
  asked.pipe(passed);
}
