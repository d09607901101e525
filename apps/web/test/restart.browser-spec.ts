import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { SpawnedServer } from '../../council-server/test/spawned-server.mjs';
import { test } from './council-page';
import { startOptimizeSession } from './optimize-session';

test('a review outlives a killed server and a reloaded page, and is decided once', async ({ council }) => {
  const { page } = council;
  const folder = mkdtempSync(join(tmpdir(), 'council-restart-'));
  const first = await SpawnedServer.start({ environment: { COUNCIL_DATA_DIR: folder } });
  const { url } = first;
  const servers = [first];
  try {
    const uuid = await startOptimizeSession(url);
    await page.goto(`${url}/sessions/${uuid}`);
    const review = page.getByRole('region', { name: 'The council waits for you' });
    await expect(review).toBeVisible({ timeout: 60_000 });
    const articles = await page.getByRole('article').count();
    await first.kill();
    await expect(page.getByText('The server cannot be reached')).toBeVisible({ timeout: 60_000 });
    servers.push(await SpawnedServer.start({ environment: { COUNCIL_DATA_DIR: folder, PORT: new URL(url).port } }));
    await expect(page.getByText('The server cannot be reached')).toBeHidden({ timeout: 60_000 });
    await page.reload();
    await expect(page.getByRole('article')).toHaveCount(articles);
    await review.getByRole('button', { name: 'End the rounds' }).click();
    await expect(page.getByRole('list', { name: 'Decisions' }).getByRole('listitem')).toHaveCount(1);
    await expect(page.getByText('completed').first()).toBeVisible({ timeout: 60_000 });
  } finally {
    await Promise.all(servers.map((server) => server.stop()));
    rmSync(folder, { recursive: true, force: true });
  }
});
