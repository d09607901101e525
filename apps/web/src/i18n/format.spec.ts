import { describe, expect, it } from '@jest/globals';
import { formatNumber, formatRelative, formatUsd } from './format';

describe('money', () => {
  it('is shown in cents, and in two figures where it is less', () => {
    expect([12.5, 0.1, 0.0123, 0.0006608, 0].map((usd) => formatUsd(usd, 'en'))).toEqual([
      '$12.50',
      '$0.10',
      '$0.012',
      '$0.00066',
      '$0.00',
    ]);
  });
});

describe('a figure', () => {
  it.each(['en', 'zh-CN'])('is written as the formatter of %s writes it', (language) => {
    const formatter = new Intl.NumberFormat(language, { maximumFractionDigits: 1 });
    const written = (format: (value: number) => string): string[] => FIGURES.map(format);
    expect(written((value) => formatNumber(value, language))).toEqual(written((value) => formatter.format(value)));
  });
});

/** In steps of a hundredth, over the end of what is written without a formatter; and what has none of the forms of a score. */
const FIGURES = [...Array.from({ length: 100_100 }, (_, at) => at / 100), -0.5, -12.34, 12_345.67, 1e9];

describe('a time', () => {
  const now = new Date('2026-03-10T12:00:00Z');
  const words = (at: string, language = 'en'): string | null => formatRelative(new Date(at), now, language);

  it('is said by how far away it is', () => {
    expect(words('2026-03-10T11:59:30Z')).toBeNull();
    expect(words('2026-03-10T11:57:00Z')).toBe('3 minutes ago');
    expect(words('2026-03-10T14:00:00Z')).toBe('in 2 hours');
    expect(words('2026-03-09T11:00:00Z')).toBe('yesterday');
    expect(words('2026-01-10T12:00:00Z')).toBe('last month');
    expect(words('2023-01-10T12:00:00Z')).toBe('3 years ago');
    expect(words('2026-03-10T11:57:00Z', 'zh-CN')).toBe('3分钟前');
  });
});
