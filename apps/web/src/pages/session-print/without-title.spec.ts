import { expect, it } from '@jest/globals';
import { withoutTitle } from './without-title';

it('takes the first heading away, and no other', () => {
  expect(withoutTitle('# Memo # 1\n\nWho spoke\n\n# Another\n')).toBe('Who spoke\n\n# Another\n');
  expect(withoutTitle('## Verdict\n')).toBe('## Verdict\n');
});
