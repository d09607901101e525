import { describe, expect, it } from '@jest/globals';
import { problemOf } from './request-problem';

describe('the problem of an answer', () => {
  it('carries all that the server says', async () => {
    const issues = [{ path: 'budget.usd', code: 'too_small', message: 'must be more' }];
    const body = {
      error: 'breaks a rule',
      code: 'REQUEST.INVALID',
      status: 422,
      detail: 'One.',
      issues,
      request_id: 'r-1',
    };
    const problem = await problemOf(
      new Response(JSON.stringify(body), { status: 422, headers: { 'retry-after': '3' } }),
    );
    expect(problem).toMatchObject({
      message: 'breaks a rule',
      code: 'REQUEST.INVALID',
      status: 422,
      detail: 'One.',
      issues,
      requestId: 'r-1',
      retryAfterSeconds: 3,
      isRefusal: true,
    });
  });

  it('is said by the status where something else answers', async () => {
    const answer = new Response('<html>', {
      status: 502,
      statusText: 'Bad Gateway',
      headers: { 'x-request-id': 'r-2' },
    });
    expect(await problemOf(answer)).toMatchObject({
      message: 'Bad Gateway',
      code: 'HTTP.502',
      detail: null,
      issues: [],
      requestId: 'r-2',
      isRefusal: false,
    });
  });
});
