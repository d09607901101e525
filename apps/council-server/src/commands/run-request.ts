import { accessSync, constants, existsSync, readFileSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { ExecuteRequest, type Language } from '@council/contracts';
import { AppError, isUuid } from '@council/kernel';
import { SYSTEM_TEMPLATES } from '@council/migrations';

export interface RunOptions {
  readonly objective: string;
  readonly template: string;
  readonly language?: Language;
  readonly json?: boolean;
  readonly out?: string;
  readonly quiet?: boolean;
}

const STDIN = 0;

/** What the command line asks for; throws what stands against it, also that the report would have nowhere to go. */
export function readRequest(document: string, { objective, template, language, out }: RunOptions): ExecuteRequest {
  const parsed = ExecuteRequest.safeParse({
    template_uuid: templateOf(template),
    input: { document_content: readDocument(document), optimization_objective: objective },
    language,
  });
  if (parsed.success) {
    if (out !== undefined) refuseUnwritable(out);
    return parsed.data;
  }
  const issues = parsed.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`);
  throw new AppError('invalid', 'REQUEST.INVALID', issues.join('\n'));
}

function readDocument(path: string): string {
  try {
    if (path !== '-' && statSync(path).isDirectory()) throw Object.assign(new Error(), { code: 'EISDIR' });
    const bytes = readFileSync(path === '-' ? STDIN : path);
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    const why =
      error instanceof TypeError
        ? 'it is not text in UTF-8 (convert PDF or Word files to Markdown first)'
        : ((error as NodeJS.ErrnoException).code ?? 'unreadable');
    throw new AppError('invalid', 'RUN.DOCUMENT', `the document ${path} cannot be read: ${why}`);
  }
}

function templateOf(name: string): string {
  const known = SYSTEM_TEMPLATES[name.toLowerCase()];
  if (known !== undefined) return known;
  if (isUuid(name)) return name;
  const names = Object.keys(SYSTEM_TEMPLATES).join(', ');
  throw new AppError('invalid', 'RUN.TEMPLATE', `there is no template "${name}": use ${names}, or a template's uuid`);
}

/** Before the council speaks: its work would be lost to whoever waits for it. */
function refuseUnwritable(path: string): void {
  try {
    accessSync(existsSync(path) ? path : dirname(path), constants.W_OK);
    if (existsSync(path) && statSync(path).isDirectory()) throw Object.assign(new Error(), { code: 'EISDIR' });
  } catch (error) {
    const why = (error as NodeJS.ErrnoException).code ?? 'unwritable';
    throw new AppError('invalid', 'RUN.OUT', `the report cannot be written to ${path}: ${why}`);
  }
}
