import { expect, it } from '@jest/globals';
import { excerptOf } from './excerpt-of';

it('is the first words, without Markdown', () => {
  const conclusions = ['## Ruling\n\n**Keep** the `Saturdays`.\n\n> quoted', 'Second.'];
  expect(excerptOf({ conclusions, disagreements: [], actions: [] })).toBe('Ruling Keep the Saturdays. quoted Second.');
  expect(excerptOf({ conclusions: ['x'.repeat(900)], disagreements: [], actions: [] })).toHaveLength(400);
  expect(excerptOf({ conclusions: [], disagreements: [], actions: [] })).toBe('');
});
