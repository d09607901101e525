import type { Language } from '@council/contracts';

/** What a tool may know of the turn that called it. */
export interface ToolContext {
  readonly language: Language;
  /** The version of the document that the turn reads; null when there is none. */
  readonly document: string | null;
  /** The search service that the agent asks for; empty: the server's default. */
  readonly searchProvider: string;
}

export interface ToolAnswer {
  /** For the model to read, not capped yet. */
  readonly output: string;
  readonly isError: boolean;
}

/** The tools whose work lies outside of the session's log. Session files are not among them: they are the log. */
export type OutsideTool = 'search_document' | 'web_search' | 'fetch_page' | 'calculator';

/**
 * Runs tools. What the model or the world did wrong is an answer (`isError`), for the model to read and go on; only an
 * abort and a defect of ours reject.
 */
export abstract class ToolBox {
  /** `input` is JSON as the model wrote it. */
  abstract run(tool: OutsideTool, input: string, context: ToolContext, signal: AbortSignal): Promise<ToolAnswer>;
}
