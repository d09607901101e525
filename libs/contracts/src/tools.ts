import { z } from 'zod';

/** What a node may let its agent call. A name that is not here is refused with the graph. */
export const ToolName = z.enum([
  'read_file',
  'write_file',
  'list_files',
  'search_document',
  'web_search',
  'fetch_page',
  'calculator',
]);
export type ToolName = z.infer<typeof ToolName>;

const Path = z.string().describe('Absolute path of a session file, such as /document.md');

/** The input of each tool. Descriptions are read by the model. */
export const TOOL_INPUTS = {
  read_file: z.object({
    path: Path,
    from_line: z.int().min(1).optional().describe('First line to read, counted from 1'),
  }),
  write_file: z.object({
    path: Path,
    content: z.string().describe('The whole new text of the file'),
    reason: z.string().describe('Why, in one sentence: it stands in the history of versions'),
  }),
  list_files: z.object({}),
  search_document: z.object({ query: z.string().min(1).max(1_000).describe('Words to look for') }),
  web_search: z.object({ query: z.string().min(1).max(400).describe('Words to look for') }),
  fetch_page: z.object({ url: z.string().max(2_000).describe('http or https address of a page of text') }),
  calculator: z.object({
    expression: z.string().min(1).max(500).describe('Arithmetic, such as (1.05^3 - 1) * 12000'),
  }),
} satisfies Record<ToolName, z.ZodType>;

export type ToolInput<Name extends ToolName> = z.infer<(typeof TOOL_INPUTS)[Name]>;
