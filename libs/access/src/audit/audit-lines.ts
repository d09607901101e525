import type { AccessEntry } from '@council/contracts';

/** Of the detail of an entry what has a column of its own; the rest stands in the last one. */
const DETAILS = ['status', 'method', 'path', 'code', 'address', 'user_uuid', 'request_id'] as const;
const COLUMNS = ['at', 'who', 'what', 'session_uuid', ...DETAILS, 'more'] as const;
/** What a spreadsheet takes for the beginning of a formula. */
const FORMULA = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/;

/** Byte order mark: without it spreadsheets take UTF-8 for something else. */
export const CSV_HEAD = `\uFEFF${COLUMNS.join(',')}\r\n`;

export function csvLine({ at, who, what, session_uuid, detail }: AccessEntry): string {
  const columns = DETAILS.map((name) => detail[name]);
  const rest = Object.entries(detail).filter(([name]) => !DETAILS.some((column) => column === name));
  const more = rest.length === 0 ? null : Object.fromEntries(rest);
  return `${[at, who, what, session_uuid, ...columns, more].map(cell).join(',')}\r\n`;
}

export const jsonLine = (entry: AccessEntry): string => `${JSON.stringify(entry)}\n`;

function cell(value: unknown): string {
  if (value === null || value === undefined) return '';
  const said = typeof value === 'string' ? value : JSON.stringify(value);
  const safe = FORMULA.test(said) ? `'${said}` : said;
  return `"${safe.replaceAll('"', '""')}"`;
}
