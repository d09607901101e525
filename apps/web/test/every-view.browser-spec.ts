import { test, THEMES } from './council-page';
import { VIEWS } from './views';

for (const { name, path } of VIEWS) {
  test.describe(`the view ${name}`, () => {
    for (const theme of THEMES) {
      test(`has no serious finding of axe in the ${theme} theme`, async ({ council }) => {
        await council.inTheme(theme);
        await council.open(path());
        await council.expectAccessible();
      });
    }

    for (const language of ['en', 'zh-CN'] as const) {
      test(`fits 390 pixels in ${language}`, async ({ council }) => {
        await council.page.setViewportSize({ width: 390, height: 844 });
        await council.inLanguage(language);
        await council.open(path());
        await council.expectNoSidewaysScroll();
      });
    }
  });
}
