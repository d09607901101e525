import { scrubSecrets, withDeadline } from '@council/kernel';

export interface WebResult {
  readonly title: string;
  readonly url: string;
  readonly extract: string;
}

export const MAX_RESULTS = 8;
const TIMEOUT_MS = 15_000;
/** A page of results is some ten kB. */
const MAX_ANSWER_BYTES = 2_000_000;
const MAX_TITLE = 200;
const MAX_EXTRACT = 1_000;

/** Why a search service gave nothing, in words for the model and without any secret. */
export class SearchFailed extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'SearchFailed';
  }
}

/** One vendor of web search: how it is asked, where its answers stand, and what its refusals mean. */
export abstract class SearchService {
  protected abstract readonly name: string;

  constructor(private readonly secret?: string) {}

  protected abstract ask(query: string): { readonly url: string; readonly init: RequestInit };
  /** The answer is JSON of any form; null: not of the form that this vendor documents. */
  protected abstract read(answer: unknown): readonly WebResult[] | null;

  async search(query: string, signal: AbortSignal, timeoutMs = TIMEOUT_MS): Promise<readonly WebResult[]> {
    const { status, text } = await this.call(query, signal, timeoutMs);
    if (status < 200 || status > 299) throw new SearchFailed(`${this.name} ${this.refusal(status, text)}`);
    const results = this.read(parsed(text));
    if (results === null) throw new SearchFailed(`${this.name} answered in a form that is not known here`);
    return results
      .filter(({ url }) => /^https?:\/\//.test(url))
      .slice(0, MAX_RESULTS)
      .map(({ title, url, extract }) => ({
        title: short(title, MAX_TITLE),
        url,
        extract: short(extract, MAX_EXTRACT),
      }));
  }

  /** What a status means, as this vendor documents it. */
  protected refusal(status: number, text: string): string {
    if (status === 401 || status === 403) return 'does not accept the key';
    if (status === 402) return 'has no searches left on this plan';
    if (status === 429) return 'is asked too often or has none left for now: try again later';
    if (status >= 300 && status < 400) return 'leads on to another address: the one that is configured is not its own';
    if (status >= 500) return `has a fault of its own (status ${status})`;
    return `answered with status ${status}: ${scrubSecrets(text.slice(0, 200), [this.secret])}`;
  }

  private async call(query: string, signal: AbortSignal, timeoutMs: number) {
    const { url, init } = this.ask(query);
    try {
      return await withDeadline(signal, timeoutMs, async (either) => {
        // A redirect would carry the key to whoever it names.
        const response = await fetch(url, { ...init, redirect: 'manual', signal: either });
        return { status: response.status, text: await textOf(response) };
      });
    } catch (error) {
      if (signal.aborted) throw signal.reason;
      throw error instanceof SearchFailed ? error : new SearchFailed(`${this.name} ${silence(error, timeoutMs)}`);
    }
  }
}

async function textOf(response: Response): Promise<string> {
  const decoder = new TextDecoder();
  let [text, bytes] = ['', 0];
  for await (const piece of (response.body ?? []) as AsyncIterable<Uint8Array>) {
    bytes += piece.length;
    if (bytes > MAX_ANSWER_BYTES) throw new SearchFailed('the answer of the search is larger than a page of results');
    text += decoder.decode(piece, { stream: true });
  }
  return text + decoder.decode();
}

function silence(error: unknown, timeoutMs: number): string {
  const { name, cause } = error as { readonly name?: string; readonly cause?: { readonly code?: string } };
  if (name === 'TimeoutError') return `did not answer within ${timeoutMs / 1_000} s`;
  return cause?.code === undefined ? 'cannot be reached' : `cannot be reached (${cause.code})`;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The list at a path within an answer of unknown form; null when there is none. */
export function listAt(answer: unknown, ...path: readonly string[]): readonly Record<string, unknown>[] | null {
  const found = path.reduce<unknown>((value, key) => (isRecord(value) ? value[key] : undefined), answer);
  return Array.isArray(found) ? found.filter(isRecord) : null;
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** On one line, and no longer than it needs to be to choose. */
function short(text: string, length: number): string {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  return line.length <= length ? line : `${line.slice(0, length).toWellFormed()}…`;
}
