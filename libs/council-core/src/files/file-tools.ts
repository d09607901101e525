import type { EventOf } from '@council/contracts';
import type { ToolAnswer } from '../ports/tool-box.js';
import { linesOf } from '../prompts/fence.js';
import { readToolInput } from '../tools/read-tool-input.js';
import { DOCUMENT_PATH, pathProblem } from './file-rules.js';
import { latestOf, type SessionFiles, versionsOf, writeProblem } from './session-files.js';

export type FileTool = 'read_file' | 'write_file' | 'list_files';

/** Who calls, and what this turn has read so far: the version of each path that a write may rest on. */
export interface FileDesk {
  readonly files: SessionFiles;
  readonly author: string;
  readonly hasRead: Readonly<Record<string, number>>;
}

export interface FileAnswer extends ToolAnswer {
  /** The version that was read or written. */
  readonly file?: { readonly path: string; readonly version: number };
  readonly written?: EventOf<'file:written'>['data'];
}

/** Works on the session's files as they are at this moment. Pure: what is written is the caller's to append. */
export function runFileTool(tool: FileTool, input: string, desk: FileDesk): FileAnswer {
  switch (tool) {
    case 'read_file':
      return readFile(input, desk);
    case 'write_file':
      return writeFile(input, desk);
    case 'list_files':
      return listFiles(desk);
  }
}

const refuse = (output: string): FileAnswer => ({ output, isError: true });

/** More of a file is not given at once; the rest is asked for by its first line. */
const READ_CHARACTERS = 60_000;

function readFile(json: string, { files }: FileDesk): FileAnswer {
  const reading = readToolInput('read_file', json);
  if (!reading.ok) return refuse(reading.problem);
  const { path, from_line: from = 1 } = reading.input;
  const file = latestOf(files, path);
  if (file === null) return refuse(pathProblem(path) ?? `there is no file ${path}; list_files says which there are`);
  const lines = linesOf(file.content);
  if (from > lines.length) return refuse(`${path} has ${lines.length} lines`);
  const { shown, last } = linesFrom(lines, from);
  const rest = last < lines.length ? `\nCut after line ${last}: go on with from_line ${last + 1}.` : '';
  return {
    output: `${path}, version ${file.version}, ${lines.length} lines\n${shown}${rest}`,
    isError: false,
    file: { path, version: file.version },
  };
}

/** As many whole lines as fit, and one at least. */
function linesFrom(lines: readonly string[], from: number): { readonly shown: string; readonly last: number } {
  let shown = '';
  let last = from - 1;
  for (const line of lines.slice(from - 1)) {
    const next = `${shown}${shown === '' ? '' : '\n'}L${last + 1}| ${line}`;
    if (last >= from && next.length > READ_CHARACTERS) break;
    shown = next;
    last += 1;
  }
  return { shown, last };
}

function listFiles({ files }: FileDesk): FileAnswer {
  const paths = Object.keys(files).toSorted();
  if (paths.length === 0) return { output: 'This session has no files.', isError: false };
  const rows = paths.flatMap((path) => {
    const file = latestOf(files, path);
    if (file === null) return [];
    const proposed = file.is_proposed === true ? ', proposed' : '';
    return [`${path}: version ${file.version} by ${file.author}${proposed}, ${file.content.length} characters`];
  });
  return { output: rows.join('\n'), isError: false };
}

function writeFile(json: string, { files, author, hasRead }: FileDesk): FileAnswer {
  const reading = readToolInput('write_file', json);
  if (!reading.ok) return refuse(reading.problem);
  const { path, content, reason } = reading.input;
  const problem = writeProblem(files, path, content);
  if (problem !== null) return refuse(problem);
  const latest = latestOf(files, path);
  const base = Object.hasOwn(hasRead, path) ? (hasRead[path] ?? null) : null;
  if (latest !== null && base === null) {
    return refuse(`${path} exists (version ${latest.version}): read it before you write to it`);
  }
  const version = (latest?.version ?? 0) + 1;
  const is_proposed = path === DOCUMENT_PATH;
  return {
    output: `Wrote ${path}, version ${version}${is_proposed ? ' (a proposal)' : ''}.${missedVersions(files, path, base)}`,
    isError: false,
    file: { path, version },
    written: { path, version, content, author, reason: reason.slice(0, 255), base_version: base, is_proposed },
  };
}

/** Two may write at the same time: both versions stay, and the later one is told what it does not contain. */
function missedVersions(files: SessionFiles, path: string, base: number | null): string {
  const missed = versionsOf(files, path).filter(({ version }) => version > (base ?? 0));
  if (missed.length === 0) return '';
  const named = missed.map(({ version, author }) => `version ${version} by ${author}`).join(', ');
  return ` It rests on version ${base ?? 0} and does not contain ${named}: read the file again and write once more if it should.`;
}
