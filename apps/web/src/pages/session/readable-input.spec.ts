import { expect, it } from '@jest/globals';
import { readableInput } from './readable-input';

it('names what was asked, and leaves text its lines', () => {
  expect(readableInput('{"path":"/a.md","content":"# A\\n\\nB.\\n","base_version":1}')).toBe(
    'path: /a.md\ncontent:\n# A\n\nB.\nbase_version: 1',
  );
});

it.each(['no JSON', '[1]', 'null', '"text"'])('leaves %s as it is', (input) => {
  expect(readableInput(input)).toBe(input);
});
