import type { IncomingMessage, ServerResponse } from 'node:http';
import { LoopbackUpstream } from './loopback-upstream.js';
import { ending, piece } from './scripted-upstream.mjs';

type Reply = (response: ServerResponse) => void;

const json =
  (status: number, body: unknown): Reply =>
  (response) => {
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  };
const refuses = (status: number, message: string, more: object = {}): Reply =>
  json(status, { error: { message, ...more } });

/** How it answers a call: the model's name says what goes wrong. */
const REPLIES: Readonly<Record<string, Reply>> = {
  well: (response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' }).end(`${piece('yes')}${ending()}`);
  },
  'wrong-key': refuses(401, 'Incorrect API key provided'),
  'no-such-model': refuses(404, 'The model does not exist', { code: 'model_not_found' }),
  'model-unknown-400': refuses(400, 'Model Not Exist'),
  'no-credit': refuses(429, 'You exceeded your current quota', { type: 'insufficient_quota' }),
  'too-fast': refuses(429, 'Slow down'),
  sick: refuses(500, 'Internal error'),
  page: (response) => {
    response.writeHead(200, { 'content-type': 'text/html' }).end('<html>Welcome</html>');
  },
  'error-in-stream': (response) => {
    response
      .writeHead(200, { 'content-type': 'text/event-stream' })
      .end('data: {"error": {"message": "overloaded"}}\n\n');
  },
  elsewhere: (response) => {
    response.writeHead(302, { location: 'http://127.0.0.1:9/' }).end();
  },
  silent: () => undefined,
};

/** A provider on loopback for trying providers out: a list of models that can be changed, and calls that fail as named. */
export class ModelServer extends LoopbackUpstream {
  /** What `/models` lists; null: there is no such address. */
  models: readonly object[] | null = [{ id: 'well' }];
  readonly seen: { readonly path: string; readonly authorization: string | undefined }[] = [];

  static start(): Promise<ModelServer> {
    return new ModelServer().listen();
  }

  protected answer(request: IncomingMessage, text: string, response: ServerResponse): void {
    const { url: path = '', headers } = request;
    this.seen.push({ path, authorization: headers.authorization });
    if (path === '/v1/models') {
      const { models } = this;
      (models === null ? refuses(404, 'not here') : json(200, { object: 'list', data: models }))(response);
      return;
    }
    const { model } = JSON.parse(text) as { readonly model: string };
    (REPLIES[model] ?? refuses(400, `the test knows no model ${model}`))(response);
  }
}
