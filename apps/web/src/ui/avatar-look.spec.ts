import { describe, expect, it } from '@jest/globals';
import { hueOf, initialsOf } from './avatar-look';

describe('a face', () => {
  it('has the same colour for the same id, and different ones for neighbours', () => {
    const hues = Array.from({ length: 40 }, (_, at) => hueOf(`agent-${at}`));
    expect(hues).toEqual(Array.from({ length: 40 }, (_, at) => hueOf(`agent-${at}`)));
    expect(new Set(hues).size).toBeGreaterThan(8);
    expect(hues.every((hue) => hue >= 0 && hue < 360 && hue % 30 === 0)).toBe(true);
  });

  it.each([
    ['Chief Justice', 'CJ'],
    ['surgeon', 'S'],
    ['Moonshot AI (Kimi)', 'MK'],
    ['Value of the Defender', 'VD'],
    ['首席法官', '首'],
    ['🧑‍⚖️ Judge', '🧑‍⚖️J'],
    ['  ', '?'],
  ])('of %s shows %s', (name, initials) => {
    expect(initialsOf(name)).toBe(initials);
  });
});
