import { expect, it } from '@jest/globals';
import { formatLeft } from './format-left';

it('says how long there is still time', () => {
  const words = (seconds: number, language = 'en'): string | null => formatLeft(seconds * 1_000, language);
  expect([0, -1].map((seconds) => words(seconds))).toEqual([null, null]);
  expect([0.2, 59, 60, 299, 3_599, 3_600, 7_261, 172_800].map((seconds) => words(seconds))).toEqual([
    '0:01',
    '0:59',
    '1:00',
    '4:59',
    '59:59',
    '1:00:00',
    '2:01:01',
    '48:00:00',
  ]);
  expect(words(3.5 * 86_400)).toBe('3 days');
  expect(words(3.5 * 86_400, 'zh-CN')).toBe('3天');
});
