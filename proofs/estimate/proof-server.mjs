import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CouncilClient } from '../../apps/council-server/test/council-client.mjs';
import { SpawnedServer } from '../../apps/council-server/test/spawned-server.mjs';
import { MODELS } from './drawn-council.mjs';
import { FieldUpstream } from './field-upstream.mjs';

/** A server on an embedded database of its own, whose every model is the drawn one and has a price. */
export async function openProofServer(random) {
  const folder = mkdtempSync(join(tmpdir(), 'council-estimate-'));
  const upstream = await FieldUpstream.start(random);
  const server = await SpawnedServer.start({
    environment: {
      COUNCIL_DATA_DIR: folder,
      LLM_PROVIDER: 'custom',
      LLM_BASE_URL: upstream.baseUrl,
      LLM_MODEL: 'm1',
    },
  });
  const client = new ProofClient(() => server.url);
  for (const [model, [input_per_1k, output_per_1k]] of Object.entries(MODELS)) {
    const { status, text } = await client.ask('PUT', '/api/v1/models/pricing', {
      provider: 'custom',
      model,
      input_per_1k,
      output_per_1k,
    });
    if (status !== 200) throw new Error(`the price was refused: ${text}`);
  }
  const close = async () => {
    await server.stop();
    await upstream.stop();
    rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  };
  return { client, upstream, close };
}

class ProofClient extends CouncilClient {
  /** The request as it was estimated, word for word. */
  async convene(request) {
    const { status, text, body } = await this.ask('POST', '/api/v1/workflows/execute', request);
    if (status !== 202) throw new Error(`execute answered ${status}: ${text}`);
    return body.session_uuid;
  }
}
