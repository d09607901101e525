import { TOOL_INPUTS, ToolName } from '@council/contracts';
import type { JsonSchema, OfferedTool } from '../ports/chat-model.js';
import { jsonSchemaOf } from '../typed/json-schema-of.js';

const DESCRIPTIONS: Readonly<Record<ToolName, string>> = {
  read_file: 'Reads the latest version of a file of this session. Lines are numbered as in the document.',
  write_file:
    'Writes a new version of a file of this session. Read an existing file before you write to it. For /document.md the version is a proposal.',
  list_files: 'Lists the files of this session with their latest versions.',
  search_document: 'Finds the passages of the document that fit a query, with their line numbers.',
  web_search: 'Searches the web. Results are titles, addresses and short extracts.',
  fetch_page: 'Reads the text of a web page.',
  calculator: 'Works out an arithmetic expression. Use it for every figure that you derive.',
};

/** The tools as a model is told of them, in the order of the list. */
export const offeredTools = (names: readonly ToolName[]): readonly OfferedTool[] =>
  names.map((name) => ({ name, description: DESCRIPTIONS[name], parameters: PARAMETERS[name] }));

/** Made once: a schema's JSON is the same for every turn. */
const PARAMETERS = Object.fromEntries(
  ToolName.options.map((name) => [name, jsonSchemaOf(TOOL_INPUTS[name], 'input')]),
) as Record<ToolName, JsonSchema>;
