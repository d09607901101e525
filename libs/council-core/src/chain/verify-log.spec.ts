import type { ChainedEvent, ChainHead } from '@council/contracts';
import { sha256 } from '@council/kernel';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { canonicalJson } from './canonical-json.js';
import { eventDigest, eventHash } from './event-hash.js';
import { verifyLog } from './verify-log.js';

const SESSION = '5b1e7f4e-5d0c-4c62-9f61-0c8f6d0f4b11';

/** A log of `length` events, chained from event `unchained + 1` on. */
function logOf(length: number, unchained = 0): { readonly head: ChainHead; readonly events: ChainedEvent[] } {
  let previous = SESSION;
  const events = Array.from({ length }, (_, index): ChainedEvent => {
    const event = { event: 'file:written', node_id: 'n', data: { content: `text ${index}`, version: index } };
    const timestamp = new Date(1_700_000_000_000 + index).toISOString();
    const seq = index + 1;
    if (index < unchained) return { seq, timestamp, ...event, hash: null };
    previous = eventHash({ previous, seq, timestamp, digest: eventDigest(event) });
    return { seq, timestamp, ...event, hash: previous };
  });
  return { head: { session_uuid: SESSION, last_seq: length, head_hash: events.at(-1)?.hash ?? null }, events };
}

const changeOf = (change: (events: ChainedEvent[]) => void, length = 9) => {
  const { head, events } = logOf(length);
  change(events);
  return verifyLog(head, events).first_change;
};
const replaceAt = (events: ChainedEvent[], index: number, more: Partial<ChainedEvent>): void => {
  const event = events[index];
  if (event === undefined) throw new Error(`there is no event at ${index}`);
  events[index] = { ...event, ...more };
};

describe('a log', () => {
  it('that nobody touched is intact', () => {
    const { head, events } = logOf(9);
    const verified = { ...head, is_intact: true, events: 9, unchained_before: null, first_change: null };
    expect(verifyLog(head, events)).toEqual(verified);
  });

  it.each<[string, Partial<ChainedEvent>]>([
    ['data', { data: { content: 'text 4', version: 4.5 } }],
    ['data, one more member', { data: { content: 'text 4', version: 4, more: null } }],
    ['event', { event: 'document:moved' }],
    ['node_id', { node_id: 'm' }],
    ['no node_id', { node_id: undefined }],
    ['timestamp', { timestamp: '2023-11-14T22:13:20.005Z' }],
    ['hash', { hash: sha256('x') }],
    ['no hash', { hash: null }],
  ])('names an event whose %s was changed', (_what, more) => {
    const found = changeOf((events) => {
      replaceAt(events, 4, more);
    });
    expect(found).toMatchObject({ seq: 5, problem: 'altered' });
  });

  it('names what was taken away, put in, swapped, and cut off', () => {
    expect(changeOf((events) => events.splice(3, 1))).toMatchObject({ seq: 4, problem: 'missing', event: null });
    expect(changeOf((events) => events.splice(3, 1, { ...logOf(1).events[0], seq: 4 } as ChainedEvent))).toMatchObject({
      seq: 4,
      problem: 'altered',
    });
    const doubled = changeOf((events) => events.splice(3, 0, { ...events[2] } as ChainedEvent));
    expect(doubled).toMatchObject({ seq: 4, problem: 'misplaced' });
    const swapped = changeOf((events) => events.splice(3, 2, ...events.slice(3, 5).toReversed()));
    expect(swapped).toMatchObject({ seq: 4, problem: 'misplaced', message: expect.stringContaining('stands event 5') });
    expect(changeOf((events) => events.pop())).toMatchObject({ seq: 9, problem: 'missing' });
    expect(changeOf((events) => events.splice(0))).toMatchObject({ seq: 1, problem: 'missing' });
  });

  it('is held to the end that the session names, though all its links hold', () => {
    const { head } = logOf(9);
    const longer = logOf(10).events;
    expect(verifyLog(head, longer).first_change).toMatchObject({ seq: 10, problem: 'surplus' });
    const { events } = logOf(9);
    expect(verifyLog({ ...head, head_hash: sha256('x') }, events).first_change).toMatchObject({
      seq: 9,
      problem: 'head',
    });
  });

  it('does not follow from another session', () => {
    const { head, events } = logOf(3);
    const moved = { ...head, session_uuid: '5b1e7f4e-5d0c-4c62-9f61-000000000000' };
    expect(verifyLog(moved, events).first_change).toMatchObject({ seq: 1, problem: 'altered' });
  });

  it('from before the chain says from where on it is chained', () => {
    const { head, events } = logOf(9, 4);
    expect(verifyLog(head, events)).toMatchObject({ is_intact: true, unchained_before: 5 });
    replaceAt(events, 4, { hash: null });
    expect(verifyLog(head, events).first_change).toMatchObject({ seq: 6, problem: 'altered' });
    const none = logOf(9, 9);
    expect(verifyLog(none.head, none.events)).toMatchObject({ is_intact: true, unchained_before: 10 });
  });

  it('names the first of any changes, wherever they are', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(11), { minLength: 1 }), (places) => {
        const found = changeOf((events) => {
          for (const place of places) replaceAt(events, place, { data: { content: 'other' } });
        }, 12);
        expect(found).toMatchObject({ seq: Math.min(...places) + 1, problem: 'altered' });
      }),
    );
  });
});

describe('the one text of a value', () => {
  it('is that of RFC 8785', () => {
    const value = {
      numbers: [333333333.3333333, 1e30, 4.5, 2e-3, 1e-27, -0],
      string: '\u20ac$\u000f\u000aA\'B"\\\\"/',
      literals: [null, true, false],
    };
    expect(canonicalJson(value)).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27,0],' +
        '"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    );
    const names = { '\u20ac': 1, '\r': 2, '\ufb33': 3, '1': 4, '10': 5, '9': 6, '\u{1f600}': 7, '\u0080': 8, ö: 9 };
    expect(canonicalJson(names)).toBe('{"\\r":2,"1":4,"10":5,"9":6,"\u0080":8,"ö":9,"€":1,"\u{1f600}":7,"\ufb33":3}');
  });

  it('does not change when the value is written and read, and its members are shuffled', () => {
    const shuffled = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(shuffled);
      if (typeof value !== 'object' || value === null) return value;
      return Object.fromEntries(
        Object.entries(value)
          .toReversed()
          .map(([name, member]) => [name, shuffled(member)]),
      );
    };
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = canonicalJson(value);
        expect(canonicalJson(JSON.parse(JSON.stringify(value)))).toBe(text);
        expect(canonicalJson(shuffled(value))).toBe(text);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  it('leaves out what JSON has no word for, as writing does', () => {
    expect(canonicalJson({ a: undefined, b: [undefined, Number.NaN], c: Infinity })).toBe('{"b":[null,null],"c":null}');
  });
});
