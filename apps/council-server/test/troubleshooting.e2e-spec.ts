import { describe, expect, it } from '@jest/globals';
import { readRepositoryFile } from './repository.js';
import { SpawnedServer } from './spawned-server.mjs';
import { START_REFUSALS } from './start-refusals.js';

const page = readRepositoryFile('docs/troubleshooting.md');

describe('a start that is refused', () => {
  it.each(START_REFUSALS.map((refusal) => [refusal.says, refusal] as const))(
    'says so, as the page quotes it: %s',
    async (says, { command, environment }) => {
      const server = new SpawnedServer({ command, environment });
      expect((await server.exited).code).toBe(1);
      expect(server.output).toContain(says);
      expect(page).toContain(`\`${says}`);
    },
  );
});
