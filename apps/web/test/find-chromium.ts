import { existsSync } from 'node:fs';

const WHOLE = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
/** The same engine without a window: it takes three quarters of the time. */
const SHELL = '/usr/bin/chromium-headless-shell';

/** The system's own browser: none is downloaded. CHROMIUM names another one. */
export function findChromium(places: readonly string[] = [SHELL, ...WHOLE]): string {
  const named = process.env['CHROMIUM'];
  const found = (named === undefined || named === '' ? places : [named]).find((path) => existsSync(path));
  if (found !== undefined) return found;
  throw new Error(
    `${named ?? places.join(', ')}: there is no Chromium. On Debian: apt-get install chromium; elsewhere set CHROMIUM to its path.`,
  );
}

/** As people have it: what is measured is what they wait for. */
export const findWholeChromium = (): string => findChromium([...WHOLE, SHELL]);
