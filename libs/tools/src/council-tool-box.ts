import { AppConfig } from '@council/config';
import { type OutsideTool, readToolInput, type ToolAnswer, ToolBox, type ToolContext } from '@council/council-core';
import { Injectable } from '@nestjs/common';
import { calculate } from './calculator/calculator.js';
import { DocumentSearch } from './document/search-document.js';
import { PageReader } from './page/fetch-page.js';
import { configuredServices, WebSearch } from './search/web-search.js';

/** The tools of this server: what they may reach is its configuration's word, never a model's. */
@Injectable()
export class CouncilToolBox extends ToolBox {
  private readonly documents = new DocumentSearch();
  private readonly pages: PageReader;
  private readonly web: WebSearch;

  constructor({ search, fetchPrivateHosts }: AppConfig) {
    super();
    this.pages = new PageReader(fetchPrivateHosts);
    this.web = new WebSearch(configuredServices(search), search.provider);
  }

  async run(tool: OutsideTool, input: string, context: ToolContext, signal: AbortSignal): Promise<ToolAnswer> {
    switch (tool) {
      case 'calculator':
        return withInput(readToolInput(tool, input), ({ expression }) => calculate(expression));
      case 'search_document':
        return withInput(readToolInput(tool, input), ({ query }) => this.documents.search(context.document, query));
      case 'web_search':
        return withInput(readToolInput(tool, input), ({ query }) =>
          this.web.search(query, context.searchProvider, signal),
        );
      case 'fetch_page':
        return withInput(readToolInput(tool, input), ({ url }) => this.pages.read(url, signal));
    }
  }
}

async function withInput<Input>(
  reading: { readonly ok: true; readonly input: Input } | { readonly ok: false; readonly problem: string },
  use: (input: Input) => ToolAnswer | Promise<ToolAnswer>,
): Promise<ToolAnswer> {
  return reading.ok ? use(reading.input) : { output: reading.problem, isError: true };
}
