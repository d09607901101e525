import { appendFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { CouncilPage, test } from './council-page';
import { layReferencePage, REFERENCE_PATH } from './reference-page';
import { VIEWS } from './views';

const MEASURED = ['home', 'start', 'session'];
const LOADS = 3;
const CPU_SLOWDOWN = 4;
/** What of a task counts as blocking. */
const NOT_BLOCKING_MS = 50;

interface Load {
  readonly lcp: number;
  readonly tbt: number;
}

/** Notes what the browser measures, from before the first byte of the page. */
function observe(): void {
  const seen = { lcp: 0, tasks: [] as { readonly start: number; readonly duration: number }[] };
  Object.assign(globalThis, { seen });
  const watch = (type: string, take: (entry: PerformanceEntry) => void): void => {
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) take(entry);
    }).observe({ type, buffered: true });
  };
  watch('largest-contentful-paint', ({ startTime }) => (seen.lcp = startTime));
  watch('longtask', ({ startTime: start, duration }) => seen.tasks.push({ start, duration }));
}

async function load(page: Page, path: string): Promise<Load> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: CPU_SLOWDOWN });
  await page.addInitScript(observe);
  // Nothing is looked for while it loads: what looks for it would be code that runs in the page, on the slowed processor.
  await page.goto(`${process.env['COUNCIL_URL'] ?? ''}${path}`, { waitUntil: 'networkidle' });
  await new CouncilPage(page).settled();
  await page.waitForFunction(() => (globalThis as unknown as { seen: { lcp: number } }).seen.lcp > 0);
  return page.evaluate(async (free) => {
    await new Promise((resolve) => requestIdleCallback(resolve));
    const { seen } = globalThis as unknown as {
      seen: { lcp: number; tasks: { start: number; duration: number }[] };
    };
    const painted = performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0;
    const late = seen.tasks.filter(({ start }) => start >= painted);
    return { lcp: seen.lcp, tbt: late.reduce((all, { duration }) => all + Math.max(0, duration - free), 0) };
  }, NOT_BLOCKING_MS);
}

const REFERENCE = { name: 'reference', path: () => REFERENCE_PATH };

for (const { name, path } of [REFERENCE, ...VIEWS.filter((view) => MEASURED.includes(view.name))]) {
  test(name, async ({ browser }) => {
    const loads: Load[] = [];
    for (let count = 0; count < LOADS; count += 1) {
      // With nothing in the cache: as who comes for the first time.
      const context = await browser.newContext();
      const page = await context.newPage();
      if (name === REFERENCE.name) await layReferencePage(page);
      loads.push(await load(page, path()));
      await context.close();
    }
    appendFileSync(process.env['SPEED_RESULTS'] ?? '/dev/stdout', `${JSON.stringify({ name, loads })}\n`);
  });
}
