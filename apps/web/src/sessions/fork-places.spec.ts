import { describe, expect, it } from '@jest/globals';
import { forkPlaces } from './fork-places';

type Entry = Parameters<typeof forkPlaces>[0][number];
const entry = (seq: number, kind: Entry['kind'], title = 'Judge', round: number | null = null): Entry => ({
  ...{ seq, kind, title, round },
});
const LOG = [
  entry(1, 'created'),
  entry(9, 'turn', 'Defender'),
  entry(12, 'turn', 'Judge', 1),
  entry(13, 'verdict'),
  entry(20, 'review_decided', 'gate', 1),
  entry(30, 'turn', 'Judge', 2),
  entry(40, 'ended'),
];

describe('the places to hold a session again from', () => {
  it('are its beginning and after its turns and decisions, and not behind its last', () => {
    expect(forkPlaces(LOG, true).map(({ kind, seq }) => [kind, seq])).toEqual([
      ['start', 1],
      ['turn', 9],
      ['turnOfRound', 12],
      ['decision', 20],
    ]);
  });

  it('begin with where it stands while it goes on', () => {
    expect(forkPlaces(LOG, false).map(({ value }) => value)).toEqual(['now', 'start', '9', '12', '20', '30']);
  });
});
