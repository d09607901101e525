import { describe, expect, it } from '@jest/globals';
import type { Frame } from '@council/contracts';
import { NOTHING_SPOKEN, withFrame, type Spoken } from './spoken';

const frame = (event: string, data: Frame['data'] = {}): Frame => ({ event, timestamp: '', data });
const piece = (attempt: number, offset: number, chunk: string, more: object = {}): Frame =>
  frame('token_stream', { attempt, offset, chunk, ...more });

function heard(...frames: readonly Frame[]): Spoken | null {
  let spoken: Spoken | null = NOTHING_SPOKEN;
  for (const one of frames) spoken = spoken === null ? null : withFrame(spoken, one);
  return spoken;
}

describe('what is spoken in a test turn', () => {
  it('grows piece by piece, and a piece that comes twice changes nothing', () => {
    expect(heard(piece(1, 0, 'One '), piece(1, 4, 'two'), piece(1, 4, 'two'))?.text).toBe('One two');
  });

  it('begins anew with a higher attempt, and forgets a late piece of the lower', () => {
    expect(heard(piece(1, 0, 'Wrong'), piece(2, 0, 'Right'), piece(1, 5, ' way'))?.text).toBe('Right');
  });

  it('leaves out what is thought', () => {
    expect(heard(piece(1, 0, 'Hm', { is_thinking: true }), piece(1, 0, 'Yes'))?.text).toBe('Yes');
  });

  it('has to be asked for again where a piece is missing', () => {
    expect(heard(piece(1, 7, 'end'))).toBeNull();
  });

  it('is in the end what the log says', () => {
    const spoken = heard(piece(1, 0, 'On'), frame('message:completed', { content: 'One two' }), piece(1, 2, 'x'));
    expect(spoken).toEqual({ attempt: 1, text: 'One two', isWhole: true });
  });
});
