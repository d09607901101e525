import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test as base } from '@playwright/test';

export const THEMES = ['light', 'dark'] as const;
export type ShownTheme = (typeof THEMES)[number];

/** What a person does on any page, and what every page has to bear. */
export class CouncilPage {
  /** What it may complain of, where a test provokes it. */
  provoked: RegExp | null = null;

  constructor(readonly page: Page) {}

  /** Opens it and waits until nothing is being loaded any more. */
  async open(path: string): Promise<void> {
    await this.page.goto(`${process.env['COUNCIL_URL'] ?? ''}${path}`);
    await this.settled();
  }

  async settled(): Promise<void> {
    await expect(this.page.getByRole('heading', { level: 1 })).toBeVisible();
    await this.page.waitForLoadState('networkidle');
    // But for the one that is shown as a component.
    await expect(this.page.locator('[data-skeleton]:not([data-shown] *)')).toHaveCount(0);
  }

  /** As if it had been chosen before. */
  async inTheme(theme: ShownTheme): Promise<void> {
    await this.page.addInitScript((name) => {
      localStorage.setItem('council.theme', name);
    }, theme);
  }

  async inLanguage(language: 'en' | 'zh-CN'): Promise<void> {
    await this.page.addInitScript((name) => {
      localStorage.setItem('council.language', name);
    }, language);
  }

  async expectNoSidewaysScroll(): Promise<void> {
    const excess = await this.page.evaluate(() => {
      const { scrollWidth, clientWidth } = document.documentElement;
      return scrollWidth - clientWidth;
    });
    expect(excess, 'pixels by which the page is wider than its window').toBeLessThanOrEqual(0);
  }

  /** Nothing serious or critical, by the rules of WCAG 2.2 AA. */
  async expectAccessible(): Promise<void> {
    // The page has no frames: in the other mode each look opens a page of its own to put frames together.
    const { violations } = await new AxeBuilder({ page: this.page })
      .setLegacyMode()
      .options({ resultTypes: ['violations'] })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
      .analyze();
    const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
    const said = serious.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
    expect(said).toEqual([]);
  }
}

/**
 * Whatever a page complains of in the console, throws, or tries against its security policy fails the test it happened
 * in. Refused requests are not its fault: what it shows of them is what counts.
 */
export const test = base.extend<{ readonly council: CouncilPage }>({
  council: async ({ page }, use) => {
    const complaints: string[] = [];
    page.on('pageerror', ({ message }) => complaints.push(message));
    page.on('console', (message) => {
      const isAnswer = message.text().startsWith('Failed to load resource');
      if (message.type() === 'error' && !isAnswer) complaints.push(message.text());
    });
    await page.addInitScript(() => {
      addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sourceFile }) => {
        // eslint-disable-next-line no-console -- it is in the page, where the console is what the test hears
        console.error(`against the security policy: ${violatedDirective} ${blockedURI} ${sourceFile}`);
      });
    });
    const council = new CouncilPage(page);
    await use(council);
    // A page that still asks when its test ends would fail it in the middle of an answer that a test makes.
    await page.unrouteAll({ behavior: 'wait' });
    expect(complaints.filter((complaint) => council.provoked?.test(complaint) !== true)).toEqual([]);
  },
});
