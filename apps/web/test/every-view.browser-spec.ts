import { test } from './council-page';
import { VIEWS } from './views';

const SHOWN = [
  { theme: 'light', language: 'en' },
  { theme: 'dark', language: 'zh-CN' },
] as const;

for (const { name, path } of VIEWS) {
  for (const { theme, language } of SHOWN) {
    test(`${name}, ${theme}, ${language}: nothing serious for axe, and no sideways scroll at 390 pixels`, async ({
      council,
    }) => {
      await council.inTheme(theme);
      await council.inLanguage(language);
      await council.open(path());
      await council.expectAccessible();
      await council.page.setViewportSize({ width: 390, height: 844 });
      await council.settled();
      await council.expectNoSidewaysScroll();
      await council.expectAccessible();
    });
  }
}
