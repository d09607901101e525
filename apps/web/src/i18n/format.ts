/** How figures and times are written in a language. Pure: `language` is i18next's, `now` is given. */

export function formatUsd(amount: number, language: string): string {
  const digits =
    amount !== 0 && Math.abs(amount) < 0.1
      ? { maximumSignificantDigits: 2 }
      : { minimumFractionDigits: 2, maximumFractionDigits: 2 };
  return new Intl.NumberFormat(language, { style: 'currency', currency: 'USD', ...digits }).format(amount);
}

export function formatNumber(value: number, language: string): string {
  return new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(value);
}

/** Of a share of 0 to 1. */
export function formatPercent(share: number, language: string): string {
  return new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 0 }).format(share);
}

export function formatDateTime(at: Date, language: string): string {
  return new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' }).format(at);
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
      return new Intl.RelativeTimeFormat(language, { numeric: 'auto' }).format(Math.trunc(value), unit);
    }
    value /= next;
  }
  return null;
}
