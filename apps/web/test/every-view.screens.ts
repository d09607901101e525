import { fileURLToPath } from 'node:url';
import { expect, type Page } from '@playwright/test';
import { type CouncilPage, test, THEMES } from './council-page';
import { startOptimizeSession } from './optimize-session';
import { withModel } from './own-council';
import { stutters } from './stuttering-model';
import { VIEWS } from './views';

const FOLDER = fileURLToPath(new URL('../../../docs/screens/', import.meta.url));
const WIDTHS = { 1440: 900, 1024: 768, 390: 844 };

async function draw(council: CouncilPage, name: string, widths: Readonly<Record<number, number>> = WIDTHS) {
  const { page } = council;
  await page.emulateMedia({ reducedMotion: 'reduce' });
  for (const [width, height] of Object.entries(widths)) {
    await page.setViewportSize({ width: Number(width), height });
    await council.settled();
    // A window as high as the page: what is fixed to its edge stands at the end, not across the middle.
    const whole = await page.evaluate(() => document.documentElement.scrollHeight);
    await page.setViewportSize({ width: Number(width), height: Math.max(height, whole) });
    await page.screenshot({ path: `${FOLDER}${name}-${width}.png` });
  }
}

for (const { name, path } of VIEWS) {
  for (const theme of THEMES) {
    test(`${name}, ${theme}`, async ({ council }) => {
      await council.inTheme(theme);
      await council.open(path());
      await draw(council, `${name}-${theme}`);
    });
  }
  test(`${name}, in Chinese`, async ({ council }) => {
    await council.inLanguage('zh-CN');
    await council.open(path());
    await draw(council, `${name}-zh`, { 390: 844, 1440: 900 });
  });
}

const waits = (page: Page, name: string) => expect(page.getByRole('region', { name })).toBeVisible({ timeout: 60_000 });

for (const theme of THEMES) {
  test(`room that waits, ${theme}`, async ({ council }) => {
    await council.inTheme(theme);
    await council.open(`/sessions/${await startOptimizeSession(process.env['COUNCIL_URL'] ?? '')}`);
    await waits(council.page, 'The council waits for you');
    await draw(council, `room-that-waits-${theme}`);
  });

  test(`room that is locked, ${theme}`, async ({ council }) => {
    await council.inTheme(theme);
    await withModel(stutters, async ({ url, client }) => {
      const uuid = await client.convene({ document: '# The orchard\n\nForty apple trees.\n', objective: 'Go?' });
      await council.page.goto(`${url}/sessions/${uuid}`);
      await waits(council.page, 'Locked by a safety limit');
      await draw(council, `room-that-is-locked-${theme}`);
    });
  });
}

/** As a window shows it, not as long as the page is. */
test('phone, for the README', async ({ council }) => {
  await council.inTheme('dark');
  await council.page.setViewportSize({ width: 390, height: 844 });
  await council.open(`/sessions/${process.env['COUNCIL_SAMPLE'] ?? 'none'}`);
  await council.page.screenshot({ path: `${FOLDER}phone.png` });
});
