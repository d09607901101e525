import { fileURLToPath } from 'node:url';
import { test, THEMES } from './council-page';
import { VIEWS } from './views';

const FOLDER = fileURLToPath(new URL('../../../docs/screens/', import.meta.url));
const WIDTHS = { 1440: 900, 1024: 768, 390: 844 };

for (const { name, path } of VIEWS) {
  for (const theme of THEMES) {
    test(`${name}, ${theme}`, async ({ council }) => {
      const { page } = council;
      await page.emulateMedia({ reducedMotion: 'reduce' });
      await council.inTheme(theme);
      await council.open(path());
      for (const [width, height] of Object.entries(WIDTHS)) {
        await page.setViewportSize({ width: Number(width), height });
        await council.settled();
        // A window as high as the page: what is fixed to its edge stands at the end, not across the middle.
        const whole = await page.evaluate(() => document.documentElement.scrollHeight);
        await page.setViewportSize({ width: Number(width), height: Math.max(height, whole) });
        await page.screenshot({ path: `${FOLDER}${name}-${theme}-${width}.png` });
      }
    });
  }
}

test('home in Chinese', async ({ council }) => {
  await council.inLanguage('zh-CN');
  await council.open('/');
  await council.page.screenshot({ path: `${FOLDER}home-zh-CN.png`, fullPage: true });
});
