import { askForToken } from './token-dialog.js';

/** A request that was answered with a problem document, or not at all. */
export class RequestProblem extends Error {
  constructor(problem) {
    super(problem.error);
    this.problem = problem;
  }
}

export const get = (path) => request(path);
export const getText = (path) => request(path, { isText: true });
export const remove = (path) => request(path, { method: 'DELETE' });
export const post = (path, body, headers = {}) => request(path, { method: 'POST', body, headers });

/** Where the server wants its token, the person is asked once, and the request is made again. */
async function request(path, options = {}) {
  for (;;) {
    const response = await send(path, options);
    if (response.ok) return read(response, options.isText);
    const problem = await problemOf(response);
    if (problem.status !== 401) throw new RequestProblem(problem);
    await askForToken(showToken);
  }
}

/** Null when the server took the token, else what it says against it. */
async function showToken(token) {
  const response = await send('/api/v1/auth/token', { method: 'POST', body: { token } });
  return response.ok ? null : problemOf(response);
}

async function send(path, { method = 'GET', body, headers = {} }) {
  const json = body === undefined ? {} : { 'content-type': 'application/json' };
  try {
    return await fetch(path, {
      method,
      headers: { accept: 'application/json', ...json, ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  } catch {
    throw new RequestProblem({ status: 0, code: 'NETWORK', error: 'the server cannot be reached' });
  }
}

async function read(response, isText) {
  if (isText) return response.text();
  return response.status === 204 ? null : response.json();
}

/** Whatever stands between may answer in a form of its own. */
async function problemOf(response) {
  const retryAfter = Number(response.headers.get('retry-after')) || null;
  const fallback = { status: response.status, code: `HTTP.${response.status}`, error: response.statusText };
  try {
    const body = await response.json();
    return typeof body?.error === 'string' ? { ...fallback, retryAfter, ...body } : fallback;
  } catch {
    return fallback;
  }
}

/** `crypto.randomUUID` is there on secure origins only; over plain http on a private network it is not. */
export function newKey() {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
