import type { AccessEntry } from '@council/contracts';
import { describe, expect, it } from '@jest/globals';
import { CSV_HEAD, csvLine, jsonLine } from './audit-lines.js';

const entry = (more: Partial<AccessEntry>): AccessEntry => ({
  audit_uuid: '6e0d6f3a-3c51-4b7e-9d5f-0d8f4f3b2a11',
  at: '2026-11-24T10:04:48.000Z',
  who: 'mira',
  what: 'write',
  session_uuid: null,
  detail: { method: 'PUT', path: '/api/v1/groups/1', status: 200, code: null, address: '192.0.2.7' },
  ...more,
});

describe('a line of CSV', () => {
  it('has a cell for each column, and what has no column at its end', () => {
    const line = csvLine(entry({ detail: { status: 200, justification: 'It was "fine", really' } }));
    expect(line).toBe(
      `"2026-11-24T10:04:48.000Z","mira","write",,"200",,,,,,,"{""justification"":""It was \\""fine\\"", really""}"\r\n`,
    );
    expect(line.split(/,(?=(?:[^"]*"[^"]*")*[^"]*$)/)).toHaveLength(CSV_HEAD.split(',').length);
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', ' =1', '＝1+1'])('is no formula: %j', (who) => {
    expect(csvLine(entry({ who }))).toContain(`,"'${who}",`);
  });

  it('stays one row of a table, whatever stands in it', () => {
    expect(csvLine(entry({ who: 'a\n"b",c' }))).toContain(',"a\n""b"",c",');
  });
});

it('a line of JSON is the entry', () => {
  const line = jsonLine(entry({ who: 'a\nb' }));
  expect(line.trimEnd()).not.toContain('\n');
  expect(JSON.parse(line)).toEqual(entry({ who: 'a\nb' }));
});
