import { expect, it } from '@jest/globals';
import { firstWords } from './first-words';

it('says the words of Markdown without its signs', () => {
  expect(firstWords('# Constitution\n\n1. **Opposition in one service.** Members\n2. `code` and [a link](/x)\n')).toBe(
    'Constitution Opposition in one service. Members code and a link',
  );
  expect(firstWords('2 * 3 * 4, snake_case_name, #tag')).toBe('2 * 3 * 4, snake_case_name, #tag');
});
