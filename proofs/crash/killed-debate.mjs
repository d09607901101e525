import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { CouncilClient } from '../../apps/council-server/test/council-client.mjs';
import { SpawnedServer } from '../../apps/council-server/test/spawned-server.mjs';

const PATIENCE_MS = 120_000;
const INPUT = {
  document: readFileSync(new URL('../../examples/product-proposal.md', import.meta.url), 'utf8'),
  objective: 'Decide whether to build it this year',
};

/** The processes of one run of the proof: a server on a database, an upstream, and whatever is killed and begun anew. */
export class KilledDebates {
  server = null;
  #client = new CouncilClient(() => this.server.url);

  constructor(place, upstream) {
    this.place = place;
    this.upstream = upstream;
  }

  /** Does not wait until it is ready. */
  spawn() {
    this.server = new SpawnedServer({
      environment: {
        ...this.place.environment,
        LLM_PROVIDER: 'custom',
        LLM_BASE_URL: this.upstream.baseUrl,
        LLM_MODEL: 'm',
        COUNCIL_LEASE_MS: '1000',
      },
    });
    return this.server;
  }

  /** A debate that has just begun. `end` waits for its end and answers what it left. */
  async begin() {
    const { journal } = this.upstream;
    const before = journal.length;
    const id = await this.#client.convene(INPUT);
    return {
      end: async () => {
        await this.#untilCompleted(id);
        const client = this.#client;
        const [log, messages, report] = await Promise.all([client.events(id), client.messages(id), client.report(id)]);
        const [ledger, { usage }] = await Promise.all([client.ledger(id), client.session(id)]);
        return { calls: journal.slice(before), log, messages, report, ledger, usage };
      },
    };
  }

  /** While the database is away the server answers errors: they are no reason to give up. */
  async #untilCompleted(id) {
    await this.server.ready;
    const deadline = Date.now() + PATIENCE_MS;
    for (;;) {
      const ended = await this.#client.untilEnded(id, PATIENCE_MS).catch((error) => error);
      if (ended.status === 'completed') return;
      if (!(ended instanceof Error))
        throw new Error(`the session ended ${ended.status}: ${JSON.stringify(ended.error)}`);
      if (Date.now() > deadline || !this.server.isAlive) {
        throw new Error(`${ended.message}\n--- server:\n${this.server.output}`, { cause: ended });
      }
      await sleep(100);
    }
  }
}
