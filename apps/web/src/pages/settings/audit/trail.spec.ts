import { describe, expect, it } from '@jest/globals';
import type { AccessEntry } from '@/api/queries/access';
import { deedOf } from './deeds';
import { placeOf } from './entry-words';
import { exportAddress, trailFilterOf } from './trail-filter';

it('a read is no deed', () => {
  expect(deedOf('GET', '/api/v1/groups/1')).toBeNull();
});

describe('the filter of the address', () => {
  it('takes whole days of whoever looks, the last one included', () => {
    const filter = trailFilterOf(new URLSearchParams('from=2026-11-01&to=2026-11-01&who=mira&what=write'));
    expect(filter).toEqual({
      who: 'mira',
      what: 'write',
      since: new Date(2026, 10, 1).toISOString(),
      until: new Date(2026, 10, 2).toISOString(),
    });
    expect(exportAddress(filter, 'csv')).toContain('format=csv&who=mira&what=write&since=2026-');
  });

  it('drops what is no day', () => {
    expect(trailFilterOf(new URLSearchParams('from=yesterday&to=&who= '))).toEqual({});
  });
});

describe('what it was done to', () => {
  const place = (session_uuid: string | null, path: string): string | null =>
    placeOf({ audit_uuid: '1', at: '', who: '', what: '', session_uuid, detail: { path } } satisfies AccessEntry);

  it.each([
    ['/api/v1/sessions/5-a/control', '/sessions/5-a'],
    ['/api/v1/groups/5-a/people', '/groups/5-a'],
    ['/api/v1/providers/openai/key', '/settings/providers/openai'],
    ['/api/v1/sessions/estimate', null],
    ['/api/v1/tokens/5-a', null],
  ])('%s is shown at %s', (path, expected) => {
    expect(place(null, path)).toBe(expected);
  });

  it('is the session that an event speaks of', () => {
    expect(place('5-a', '')).toBe('/sessions/5-a');
  });
});
