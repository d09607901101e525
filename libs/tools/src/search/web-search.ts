import { SEARCH_PROVIDERS, type SearchConfig, type SearchProvider } from '@council/config';
import type { ToolAnswer } from '@council/council-core';
import { SearchFailed, type SearchService } from './search-service.js';
import { BraveSearch, SearxngSearch, SerperSearch, TavilySearch } from './vendors.js';

const NOT_CONFIGURED =
  'Web search is not configured on this server: set TAVILY_API_KEY, SERPER_API_KEY, BRAVE_API_KEY or SEARXNG_URL. Go on without it, and say that you could not search.';

/** The services that are configured, by name. */
export function configuredServices({ keys, searxngUrl }: SearchConfig): ReadonlyMap<SearchProvider, SearchService> {
  const { tavily, serper, brave } = keys;
  const services = new Map<SearchProvider, SearchService>();
  if (tavily !== undefined) services.set('tavily', new TavilySearch(tavily));
  if (serper !== undefined) services.set('serper', new SerperSearch(serper));
  if (brave !== undefined) services.set('brave', new BraveSearch(brave));
  if (searxngUrl !== undefined) services.set('searxng', new SearxngSearch(searxngUrl));
  return services;
}

/** Searches through the service that the agent asks for, else through the server's own choice. */
export class WebSearch {
  constructor(
    private readonly services: ReadonlyMap<string, SearchService>,
    private readonly choice?: SearchProvider,
  ) {}

  async search(query: string, wanted: string, signal: AbortSignal): Promise<ToolAnswer> {
    const name = [wanted.toLowerCase(), this.choice, ...SEARCH_PROVIDERS].find(
      (known) => known !== undefined && this.services.has(known),
    );
    const service = this.services.get(name ?? '');
    if (service === undefined) return { output: NOT_CONFIGURED, isError: true };
    try {
      const results = await service.search(query, signal);
      if (results.length === 0) return { output: `No result for "${query}".`, isError: false };
      const rows = results.map(({ title, url, extract }, at) => `${at + 1}. ${title}\n${url}\n${extract}`);
      return { output: rows.join('\n\n'), isError: false };
    } catch (error) {
      if (!(error instanceof SearchFailed)) throw error;
      return { output: `The search failed: ${error.message}.`, isError: true };
    }
  }
}
