import { afterEach, describe, expect, it } from '@jest/globals';
import { AppConfig, parseEnvironment } from '@council/config';
import { FakeUpstream, hangs, type Reply } from '../gateway/fake-upstream.js';
import { LocalModelServers } from './local-model-servers.js';

const started: FakeUpstream[] = [];
afterEach(async () => {
  await Promise.all(started.splice(0).map((server) => server.stop()));
});
async function serve(reply: Reply): Promise<FakeUpstream> {
  const server = await FakeUpstream.start(reply);
  started.push(server);
  return server;
}
const json =
  (body: unknown, status = 200): Reply =>
  (response) => {
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  };
const MODELS = json({ object: 'list', data: [{ id: 'llama3' }, { id: 'qwen3' }] });
const servers = (environment: Record<string, string> = {}) =>
  new LocalModelServers(new AppConfig(parseEnvironment(environment)));

describe('LocalModelServers', () => {
  it('offers a server that answers with a list of models', async () => {
    const ollama = await serve(MODELS);
    const ports = [
      { providerId: 'ollama', name: 'Ollama', port: ollama.port },
      { providerId: 'nobody', name: 'Nobody', port: 1 },
    ];
    // On a busy machine even this server may take longer than what a person is made to wait for one.
    const offers = await servers().find(ports, 10_000);
    expect(offers).toEqual([
      { providerId: 'ollama', name: 'Ollama', baseUrl: ollama.baseUrl, models: ['llama3', 'qwen3'] },
    ]);
    expect(ollama.seen.map(({ path }) => path)).toEqual(['/v1/models']);
  });

  it.each<readonly [string, Reply]>([
    ['a problem document', json({ error: 'not found', code: 'HTTP.NOT_FOUND' }, 404)],
    ['another JSON', json({ ok: true })],
    ['a web page', (response) => void response.end('<html>')],
    ['silence', hangs],
    ['a redirect', (response) => void response.writeHead(302, { location: 'http://example.com/' }).end()],
  ])('is not misled by %s', async (_what, reply) => {
    const other = await serve(reply);
    expect(await servers().find([{ providerId: 'llamacpp', name: 'llama.cpp', port: other.port }])).toEqual([]);
  });

  it('asks neither our own port nor, when told so, anybody', async () => {
    const own = await serve(MODELS);
    const port = { providerId: 'llamacpp', name: 'llama.cpp', port: own.port };
    expect(await servers({ PORT: String(own.port) }).find([port])).toEqual([]);
    expect(await servers({ COUNCIL_NO_PROBE: '1' }).find([port])).toEqual([]);
    expect(own.seen).toEqual([]);
  });
});
