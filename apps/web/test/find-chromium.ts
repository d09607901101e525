import { existsSync } from 'node:fs';

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** The system's own browser: none is downloaded. CHROMIUM names another one. */
export function findChromium(): string {
  const named = process.env['CHROMIUM'];
  const found = (named === undefined || named === '' ? PLACES : [named]).find((path) => existsSync(path));
  if (found !== undefined) return found;
  throw new Error(
    `${named ?? PLACES.join(', ')}: there is no Chromium. On Debian: apt-get install chromium; elsewhere set CHROMIUM to its path.`,
  );
}
