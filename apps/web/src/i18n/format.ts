/** How figures and times are written in a language. `language` is i18next's, `now` is given. */

/** One formatter for each language: to make one takes a browser longer than all that a page writes with it. */
function kept<Formatter>(make: (language: string) => Formatter): (language: string) => Formatter {
  const made = new Map<string, Formatter>();
  return (language) => {
    const formatter = made.get(language) ?? make(language);
    made.set(language, formatter);
    return formatter;
  };
}

const USD = { style: 'currency', currency: 'USD' } as const;
const smallUsd = kept((language) => new Intl.NumberFormat(language, { ...USD, maximumSignificantDigits: 2 }));
const usd = kept(
  (language) => new Intl.NumberFormat(language, { ...USD, minimumFractionDigits: 2, maximumFractionDigits: 2 }),
);
const number = kept((language) => new Intl.NumberFormat(language, { maximumFractionDigits: 1 }));
const percent = kept((language) => new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 0 }));
const dateTime = kept((language) => new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' }));
const moment = kept((language) => new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'medium' }));
const relative = kept((language) => new Intl.RelativeTimeFormat(language, { numeric: 'auto' }));

export function formatUsd(amount: number, language: string): string {
  return (amount !== 0 && Math.abs(amount) < 0.1 ? smallUsd : usd)(language).format(amount);
}

/** From here on figures are written in groups. */
const GROUPED = 999.95;

/** With one decimal at most. */
export function formatNumber(value: number, language: string): string {
  // As the formatter writes them in both languages, without the 10 ms that a browser takes for its first formatter: scores
  // are what a session shows first.
  if (value >= 0 && value < GROUPED) return String(Math.round(value * 10) / 10);
  return number(language).format(value);
}

/** Names one after the other, where all of them count. */
export function formatNames(names: readonly string[], language: string): string {
  return names.join(language === 'en' ? ', ' : '、');
}

/** Of a share of 0 to 1. */
export function formatPercent(share: number, language: string): string {
  return percent(language).format(share);
}

export function formatDateTime(at: Date, language: string): string {
  return dateTime(language).format(at);
}

/** To the second: for what is compared with other records. */
export function formatMoment(at: Date, language: string): string {
  return moment(language).format(at);
}

const STEPS = [
  ['second', 60],
  ['minute', 60],
  ['hour', 24],
  ['day', 7],
  ['week', 4.345],
  ['month', 12],
  ['year', Infinity],
] as const;

/** "3 minutes ago", "in 2 days"; null for what is less than a minute away: "just now" is a word of the page. */
export function formatRelative(at: Date, now: Date, language: string): string | null {
  let value = (at.getTime() - now.getTime()) / 1_000;
  for (const [unit, next] of STEPS) {
    if (Math.abs(value) < next) {
      if (unit === 'second') return null;
      return relative(language).format(Math.trunc(value), unit);
    }
    value /= next;
  }
  return null;
}
