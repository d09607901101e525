import { isMap, isScalar, LineCounter, parseDocument } from 'yaml';
import { FRONT_MATTER_KEYS, type FrontMatterKey } from './front-matter-keys.js';
import { Persona } from './persona.js';

/** A persona, or all that is wrong with the file, each with its line. */
export type ParsedPersona =
  { readonly ok: true; readonly persona: Persona } | { readonly ok: false; readonly problems: readonly FileProblem[] };

interface FileProblem {
  /** Counted from 1. */
  readonly line: number;
  readonly message: string;
}

/**
 * Front matter between two lines of `---`, then the prompt. An empty line after the front matter and the file's last line
 * break are not part of the prompt. Files with Windows line ends are read as if they had none.
 */
export function parsePersonaFile(text: string): ParsedPersona {
  const unix = /^---[ \t]*\r\n/.test(text) ? text.replaceAll('\r\n', '\n') : text;
  const parts = /^---[ \t]*\n(?<front>(?:[^\n]*\n)*?)---[ \t]*(?:\n(?<body>[^]*))?$/.exec(unix)?.groups;
  if (parts === undefined) {
    return failed([{ line: 1, message: 'a persona file begins with settings between two lines of ---' }]);
  }
  const { front = '', body = '' } = parts;
  const settings = readSettings(front);
  const persona_prompt = body.replace(/^\n/, '').replace(/\n$/, '');
  const parsed = Persona.safeParse({ ...settings.values, persona_prompt });
  const lineOfBody = front.split('\n').length + 2;
  const broken = (parsed.error?.issues ?? []).map(({ path, message }) => {
    const key = String(path.at(-1));
    if (key === 'persona_prompt') return { line: lineOfBody, message: `the prompt ${message}` };
    return { line: settings.lines.get(key) ?? 1, message: `${key}: ${message}` };
  });
  // What could not be read at all is said once.
  const problems = [
    ...settings.problems,
    ...broken.filter(({ line }) => !settings.problems.some((p) => p.line === line)),
  ];
  return parsed.success && problems.length === 0 ? { ok: true, persona: parsed.data } : failed(problems);
}

interface Settings {
  readonly values: Readonly<Record<string, unknown>>;
  readonly lines: ReadonlyMap<string, number>;
  readonly problems: readonly FileProblem[];
}

/** Single values only: what YAML can do beyond (anchors, aliases, nesting, tags) has no place here and is not followed. */
function readSettings(front: string): Settings {
  const counter = new LineCounter();
  const document = parseDocument(front, {
    lineCounter: counter,
    prettyErrors: false,
    schema: 'core',
    stringKeys: true,
  });
  // The first line of the file is the opening `---`.
  const lineAt = (offset: number): number => counter.linePos(offset).line + 1;
  const problems: FileProblem[] = [...document.errors, ...document.warnings].map(({ pos, message }) => ({
    line: lineAt(pos[0]),
    message,
  }));
  const values: Record<string, unknown> = { model_config: {}, capabilities: {} };
  const lines = new Map<string, number>();
  for (const { key, value } of isMap(document.contents) ? document.contents.items : []) {
    const name = isScalar(key) ? String(key.value) : '';
    const line = lineAt(isScalar(key) ? key.range[0] : 0);
    if (!isKnown(name)) problems.push({ line, message: `there is no setting "${name}"` });
    else if (value !== null && !isScalar(value)) problems.push({ line, message: `${name} takes a single value` });
    else if (value !== null && value.value !== null) put(values, name, value.value);
    lines.set(name, line);
  }
  return { values, lines, problems };
}

const isKnown = (name: string): name is FrontMatterKey => Object.hasOwn(FRONT_MATTER_KEYS, name);

function put(values: Record<string, unknown>, key: FrontMatterKey, value: unknown): void {
  const [outer, inner] = FRONT_MATTER_KEYS[key] as readonly [string, string?];
  if (inner === undefined) values[outer] = value;
  else (values[outer] as Record<string, unknown>)[inner] = value;
}

function failed(problems: readonly FileProblem[]): ParsedPersona {
  return { ok: false, problems: [...problems].sort((left, right) => left.line - right.line) };
}
