import { describe, expect, it } from '@jest/globals';
import { logLine, redact } from './log-line.js';
import { runIn, sayWhoSpeaks, workOfSession } from './work-context.js';

const trace = { traceId: 'a'.repeat(32), spanId: 'b'.repeat(16), isSampled: true };
const read = (line: string) => JSON.parse(line) as Record<string, unknown>;

describe('a line of the log', () => {
  it('is one JSON object, with what the work is for', () => {
    const line = runIn({ trace, requestId: 'r-1', sessionUuid: 's-1' }, () => {
      sayWhoSpeaks('u-1');
      return logLine({ level: 'log', message: 'two\nlines', from: 'http' }, [], new Date(0));
    });
    expect(line).not.toContain('\n');
    expect(read(line)).toEqual({
      level: 'info',
      time: '1970-01-01T00:00:00.000Z',
      msg: 'two\nlines',
      from: 'http',
      request_id: 'r-1',
      session_uuid: 's-1',
      user_id: 'u-1',
      trace_id: trace.traceId,
      span_id: trace.spanId,
    });
    expect(read(logLine({ level: 'warn', message: 'alone' }))).toMatchObject({ level: 'warn', msg: 'alone' });
  });

  it('of a session stays in the trace of its request, and not in that of another session', () => {
    const inside = runIn({ trace, requestId: 'r-1' }, () => workOfSession('s-1'));
    expect(inside).toMatchObject({ trace, requestId: 'r-1', sessionUuid: 's-1' });
    const uuid = '9b2f0c1e-0000-4000-8000-00000000000a';
    const other = runIn(inside, () => workOfSession(uuid));
    expect(other).toEqual({ trace: expect.objectContaining({ traceId: uuid.replaceAll('-', '') }), sessionUuid: uuid });
  });

  it.each([
    ['a bearer token', 'authorization: Bearer abcdefgh12345', 'abcdefgh12345'],
    ['a cookie', 'Cookie: council_session=17.abc; theme=dark', '17.abc'],
    ['a cookie that is set', '"set-cookie": "council_session=99.xyz; HttpOnly"', '99.xyz'],
    ['basic credentials', 'Authorization: Basic dXNlcjpwYXNz', 'dXNlcjpwYXNz'],
    ['a key of a vendor', 'refused sk-abcdef123456', 'sk-abcdef123456'],
    ['a password in an address', 'postgres://council:hunter22@db/council', 'hunter22'],
    ['a key in a header', 'x-api-key: 0123456789', '0123456789'],
    ['a token in a query', '/x?access_token=tok123456', 'tok123456'],
    ['what is known to be secret', 'it said PlainSecret77 here', 'PlainSecret77'],
  ])('holds no secret: %s', (_what, text, secret) => {
    expect(redact(text, ['PlainSecret77'])).not.toContain(secret);
    const line = logLine({ level: 'error', message: text, stack: `Error: ${text}\n  at x` }, ['PlainSecret77']);
    expect(line).not.toContain(secret);
  });

  it('keeps what is no secret', () => {
    expect(redact('session 42: the model answers 429 (MODEL.RATE_LIMITED)')).toBe(
      'session 42: the model answers 429 (MODEL.RATE_LIMITED)',
    );
  });
});
