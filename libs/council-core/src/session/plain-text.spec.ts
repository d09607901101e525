import type { NewEvent } from '@council/contracts';
import { describe, expect, it } from '@jest/globals';
import { lookAhead } from './look-ahead.js';
import { plainEvents } from './plain-text.js';
import { EMPTY_STATE } from './state.js';

const eventOf = (data: unknown): NewEvent => ({ event: 'error', data }) as NewEvent;

describe('events as the log can keep them', () => {
  it('lose NUL and get a sign for half a character, wherever they stand', () => {
    const given = { error: 'a\u0000b', 'k\u0000': [{ deep: '\ud83d' }, 'whole 😀', 7, null, true] };
    expect(plainEvents([eventOf(given)])).toEqual([
      eventOf({ error: 'ab', k: [{ deep: '\ufffd' }, 'whole 😀', 7, null, true] }),
    ]);
  });

  it('are the very same where nothing is wrong', () => {
    const event = eventOf({ a: ['x', { b: -0, gone: undefined }], __proto: 1 });
    expect(plainEvents([event])[0]).toBe(event);
  });

  it('are what is decided on before they are written', () => {
    const created = { event: 'error', data: { error: 'half \udc00', code: 'X' } } as NewEvent;
    expect(lookAhead(EMPTY_STATE, [created])).toEqual(lookAhead(EMPTY_STATE, plainEvents([created])));
  });
});
