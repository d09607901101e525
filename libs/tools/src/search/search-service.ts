import { scrubSecrets } from '@council/kernel';

export interface WebResult {
  readonly title: string;
  readonly url: string;
  readonly extract: string;
}

export const MAX_RESULTS = 8;
const TIMEOUT_MS = 15_000;

/** Why a search service gave nothing, in words for the model and without any secret. */
export class SearchFailed extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'SearchFailed';
  }
}

/** One vendor of web search: how it is asked, and where its answers stand. */
export abstract class SearchService {
  protected abstract readonly name: string;

  constructor(private readonly secret?: string) {}

  protected abstract ask(query: string): { readonly url: string; readonly init: RequestInit };
  /** The answer is JSON of any form: what is not where it should be is left out. */
  protected abstract read(answer: unknown): readonly WebResult[];

  async search(query: string, signal: AbortSignal): Promise<readonly WebResult[]> {
    const { url, init } = this.ask(query);
    const deadline = AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]);
    let response: Response;
    let text: string;
    try {
      response = await fetch(url, { ...init, redirect: 'error', signal: deadline });
      text = await response.text();
    } catch (error) {
      if (signal.aborted) throw error;
      throw new SearchFailed(`${this.name} cannot be reached`);
    }
    if (!response.ok) throw new SearchFailed(`${this.name} ${this.refusal(response.status, text)}`);
    return this.read(parse(text, this.name))
      .filter(({ url: found }) => /^https?:/.test(found))
      .slice(0, MAX_RESULTS);
  }

  private refusal(status: number, text: string): string {
    if (status === 401 || status === 403) return 'does not accept the key (or, for SearXNG, does not answer JSON)';
    if (status === 402 || status === 429) return 'has no searches left for now';
    return `answered with status ${status}: ${scrubSecrets(text.slice(0, 200), [this.secret])}`;
  }
}

function parse(text: string, name: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new SearchFailed(`${name} answered with something that is not JSON`);
  }
}

/** The list at a path within an answer of unknown form; empty when there is none. */
export function listAt(answer: unknown, ...path: readonly string[]): readonly Record<string, unknown>[] {
  const found = path.reduce<unknown>((value, key) => (isRecord(value) ? value[key] : undefined), answer);
  return Array.isArray(found) ? found.filter(isRecord) : [];
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** Without the marks that vendors put around words they found. */
export const plain = (value: unknown): string =>
  typeof value === 'string' ? value.replaceAll(/<\/?\w+[^>]*>/g, '') : '';
