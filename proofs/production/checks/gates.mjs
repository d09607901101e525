import { demand, until } from '../topology.mjs';

/** The first: it brings everything up, one after the other. */
export const gates = [
  {
    name: 'gates',
    isShort: true,
    sabotage: 'the backend waits for its database for a millisecond only',
    async run(topology, isSabotaged) {
      const [first, second] = topology.addresses;
      await topology.redis.start();
      await topology.front.start();
      const page = await fetch(topology.front.url);
      demand(page.ok, 'the page is not served while no backend is there');
      const api = await fetch(`${topology.front.url}/api/v1/sessions`);
      demand((await api.json()).code === 'PROXY.NO_BACKEND', 'without a backend the API does not say so');

      const backend = topology.startBackend(first, isSabotaged ? { DATABASE_WAIT_MS: '1' } : {});
      // It has asked for the database by the time that its module has loaded; then it waits, and is not healthy.
      await until('the backend looks for its database', () => /database/i.test(backend.output) || !backend.isAlive);
      demand(backend.isAlive, `the backend ended instead of waiting for its database:\n${backend.output}`);
      demand(!(await topology.isHealthy(first)), 'the backend is healthy without a database');
      const startedAt = Date.now();
      await topology.postgres.start();
      await until('the backend is healthy', () => !backend.isAlive || topology.isHealthy(first));
      demand(backend.isAlive, `the backend ended:\n${backend.output}`);
      const seconds = ((Date.now() - startedAt) / 1_000).toFixed(1);
      topology.startBackend(second);
      topology.startWorker();
      await until('the second backend is healthy', () => topology.isHealthy(second));
      await topology.worker.ready;
      const { status } = await topology.health();
      demand(status === 'ok', `health says ${status}`);
      return `healthy ${seconds} s after its database began to start`;
    },
  },
];
