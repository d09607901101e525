import { Problem } from '@council/contracts';
import { expect } from '@jest/globals';
import type { Answer } from './raw-http.js';

/** The problem document that a refusal is, held against its schema and its own headers. */
export function problemOf(answer: Answer): Problem {
  expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/);
  const problem = Problem.strict().parse(JSON.parse(answer.text));
  expect(problem.status).toBe(answer.status);
  expect(problem.request_id).toBe(answer.headers['x-request-id']);
  return problem;
}

export async function expectProblem(answer: Promise<Answer>, status: number, code: string): Promise<Problem> {
  const problem = problemOf(await answer);
  expect([problem.status, problem.code]).toEqual([status, code]);
  return problem;
}
