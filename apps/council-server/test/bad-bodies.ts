import type { BadRequest } from './bad-request.js';

const EXECUTE = 'POST /workflows/execute';
const JSON_TYPE = { 'content-type': 'application/json' };
const SIX_MB = JSON.stringify({ input: { combined_context: 'x'.repeat(6 * 1024 * 1024) } });
const AGENT = { name: 'A', persona_prompt: 'You are A.', model_config: { provider: 'deepseek', model: 'm' } };

export const UNREADABLE: readonly BadRequest[] = [
  { what: 'an empty body', request: EXECUTE, answer: '400 REQUEST.BODY_EMPTY' },
  { what: 'an empty body of JSON', request: EXECUTE, raw: '', headers: JSON_TYPE, answer: '400 REQUEST.BODY_EMPTY' },
  {
    what: 'malformed JSON',
    request: EXECUTE,
    raw: '{"input":',
    headers: JSON_TYPE,
    answer: '400 REQUEST.MALFORMED_JSON',
  },
  { what: 'no object', request: EXECUTE, raw: '[1]', headers: JSON_TYPE, answer: '422 REQUEST.INVALID' },
  { what: 'null', request: EXECUTE, raw: 'null', headers: JSON_TYPE, answer: '422 REQUEST.INVALID' },
  { what: '6 MB', request: EXECUTE, raw: SIX_MB, headers: JSON_TYPE, answer: '413 REQUEST.TOO_LARGE' },
  {
    what: '6 MB of unannounced length',
    request: EXECUTE,
    raw: SIX_MB,
    headers: { ...JSON_TYPE, 'transfer-encoding': 'chunked' },
    answer: '413 REQUEST.TOO_LARGE',
  },
  {
    what: 'plain text',
    request: EXECUTE,
    raw: 'hello',
    headers: { 'content-type': 'text/plain' },
    answer: '415 REQUEST.MEDIA_TYPE',
  },
  {
    what: 'a form',
    request: EXECUTE,
    raw: 'a=1',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    answer: '415 REQUEST.MEDIA_TYPE',
  },
  { what: 'a body of no type', request: EXECUTE, raw: '{}', answer: '415 REQUEST.MEDIA_TYPE' },
  { what: 'an unknown address', request: 'GET /oracles', answer: '404 ROUTE.NOT_FOUND' },
  { what: 'an address that cannot be decoded', request: 'GET /agents/%E0%A4%A', answer: '400 REQUEST.BAD_URL' },
  { what: 'a method that is not there', request: 'PATCH /agents', body: AGENT, answer: '404 ROUTE.NOT_FOUND' },
  {
    what: 'an Idempotency-Key with a space',
    request: EXECUTE,
    body: {},
    headers: { 'idempotency-key': 'a b' },
    answer: '400 IDEMPOTENCY.KEY_MALFORMED',
  },
];
