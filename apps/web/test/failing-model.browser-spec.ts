import { expect } from '@playwright/test';
import type { Reply } from '../../council-server/test/scripted-upstream.mjs';
import { test } from './council-page';
import { withModel } from './own-council';

const DOCUMENT = '# The orchard\n\nWe plant forty apple trees behind the old barn in March.\n';
const refuses =
  (status: number): Reply =>
  (response) =>
    response
      .writeHead(status, { 'content-type': 'application/json' })
      .end(JSON.stringify({ error: { message: 'no' } }));

for (const { status, code, advice, chinese } of [
  {
    status: 401,
    code: 'MODEL.UNAUTHORIZED',
    advice: 'Check the key of this provider in the settings',
    chinese: '提供商拒绝了密钥',
  },
  {
    status: 500,
    code: 'MODEL.UPSTREAM',
    advice: 'The fault is with the provider: try again what failed in a while',
    chinese: '提供商出错',
  },
]) {
  test(`a model that answers ${status}: the session has failed, says why, and what to do`, async ({ council }) => {
    const { page } = council;
    const scene = async ({ url }: { readonly url: string }): Promise<void> => {
      await page.goto(`${url}/start`);
      await page.getByLabel('Document', { exact: true }).fill(DOCUMENT);
      await page.getByRole('button', { name: 'Convene the council' }).click();
      const alert = page.getByRole('alert').filter({ hasText: 'The session has failed' });
      await expect(alert).toBeVisible({ timeout: 60_000 });
      await expect(alert).toContainText(code);
      await expect(alert).toContainText(advice);
      await expect(page.getByText('failed', { exact: true }).first()).toBeVisible();
      await expect(page.getByText('completed')).toHaveCount(0);
      await expect(page.getByText('speaking')).toHaveCount(0);
      await expect(page.getByRole('article').getByText('failed', { exact: true })).toHaveCount(2);
      await expect(page.getByRole('button', { name: 'Try again what failed' })).toBeEnabled();
      await council.expectAccessible();
      await page.getByRole('button', { name: '中文' }).click();
      await expect(page.getByRole('alert').filter({ hasText: code })).toContainText(chinese);
      for (const turn of await page.getByRole('article').all()) await expect(turn).toContainText(`失败：${chinese}`);
      // The server's own words are a press away, and are said to be English.
      await expect(page.getByRole('alert').locator('p[lang=en]')).toBeHidden();
      await page.getByRole('button', { name: 'English' }).click();
      await page.goto(`${url}/`);
      await expect(page.getByRole('region', { name: 'Recent sessions' }).getByText('failed')).toBeVisible();
    };
    await withModel(refuses(status), scene, { LLM_MAX_ATTEMPTS: '1' });
  });
}
