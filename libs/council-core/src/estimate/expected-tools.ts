import type { ToolName } from '@council/contracts';
import { DOCUMENT_PATH } from '../files/file-rules.js';
import type { ToolCall } from '../ports/chat-model.js';
import type { OutsideTool } from '../ports/tool-box.js';
import type { OutputRange } from './expected-output.js';

/** Turns with tools before the answer; at most what the node allows. Who may write begins by reading, and nearly always writes. */
const TURNS: Readonly<Record<'reader' | 'writer', OutputRange>> = {
  reader: { low: 0, expected: 1, high: 2 },
  writer: { low: 1, expected: 2, high: 3 },
};

/** Characters that a tool beyond the session gives back. Session files answer themselves. */
const ANSWER_CHARACTERS: Readonly<Record<OutsideTool, number>> = {
  search_document: 2_000,
  web_search: 3_000,
  fetch_page: 10_000,
  calculator: 40,
};

const QUERY = 'a few words to look for';

/** What a model would write to call a tool: for files the real thing, so that it is answered as it would be. */
function inputOf(name: ToolName, document: string): object {
  switch (name) {
    case 'read_file':
      return { path: DOCUMENT_PATH };
    case 'write_file':
      return { path: DOCUMENT_PATH, content: document, reason: 'Carries out the orders of the judge.' };
    case 'list_files':
      return {};
    case 'search_document':
    case 'web_search':
      return { query: QUERY };
    case 'fetch_page':
      return { url: 'https://example.org/a/page/of/usual/length' };
    case 'calculator':
      return { expression: '(1.05^3 - 1) * 12000' };
  }
}

/** The call that a seat makes in its next turn with tools; null when it has called as often as this end foresees. */
export function expectedToolCall(
  tools: readonly ToolName[],
  made: number,
  end: keyof OutputRange,
  document: string,
): ToolCall | null {
  const isWriter = tools.includes('write_file');
  if (made >= TURNS[isWriter ? 'writer' : 'reader'][end]) return null;
  const readers = tools.filter((name) => name !== 'write_file');
  const isToWrite = isWriter && (made > 0 || readers.length === 0);
  const name = isToWrite ? 'write_file' : readers[made % readers.length];
  if (name === undefined) return null;
  return { id: `call_${made + 1}`, name, input: JSON.stringify(inputOf(name, document)) };
}

export const expectedToolAnswer = (tool: OutsideTool): string => 'word'.repeat(ANSWER_CHARACTERS[tool] / 4);
