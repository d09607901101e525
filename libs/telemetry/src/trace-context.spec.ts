import { describe, expect, it } from '@jest/globals';
import { childOf, newTrace, readTraceparent, traceOfSession, writeTraceparent } from './trace-context.js';

const TRACE = '0af7651916cd43dd8448eb211c80319c';
const SPAN = 'b7ad6b7169203331';

describe('traceparent', () => {
  it('is read and written as it is', () => {
    const header = `00-${TRACE}-${SPAN}-01`;
    const trace = readTraceparent(header, 'vendor=1');
    expect(trace).toEqual({ traceId: TRACE, spanId: SPAN, isSampled: true, state: 'vendor=1' });
    if (trace !== null) expect(writeTraceparent(trace)).toBe(header);
    expect(readTraceparent(`00-${TRACE}-${SPAN}-00`)).toMatchObject({ isSampled: false });
  });

  it.each([
    undefined,
    '',
    ['x'],
    `00-${'0'.repeat(32)}-${SPAN}-01`,
    `00-${TRACE}-${'0'.repeat(16)}-01`,
    `ff-${TRACE}-${SPAN}-01`,
    `00-${TRACE.toUpperCase()}-${SPAN}-01`,
    `00-${TRACE}-${SPAN}-01-more`,
    `00-${TRACE}-${SPAN}`,
  ])('%j is none', (header) => {
    expect(readTraceparent(header)).toBeNull();
  });

  it('of a later version may have more, and a state that could break a header is left out', () => {
    expect(readTraceparent(`01-${TRACE}-${SPAN}-01-more`)).toMatchObject({ traceId: TRACE });
    expect(readTraceparent(`00-${TRACE}-${SPAN}-01`, 'a=1\r\nx: y')).not.toHaveProperty('state');
  });

  it('begins anew with every child, and a session has its own trace', () => {
    const parent = newTrace();
    const child = childOf(parent);
    expect([child.traceId, child.spanId === parent.spanId]).toEqual([parent.traceId, false]);
    expect(traceOfSession('9b2f0c1e-0000-4000-8000-00000000000a').traceId).toBe('9b2f0c1e00004000800000000000000a');
  });
});
