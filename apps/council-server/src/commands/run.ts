import { accessSync, constants, existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ExecuteRequest, type Language, type SessionView } from '@council/contracts';
import { isTerminal } from '@council/council-core';
import { SessionReader, SessionStarter } from '@council/council';
import { InProcessRunner, LiveChannel } from '@council/dispatch';
import { AppError, isUuid } from '@council/kernel';
import { SYSTEM_TEMPLATES } from '@council/migrations';
import { ConsoleLogger, type INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { AppModule } from '../app.module.js';
import { RunProgress } from './run-progress.js';

export interface RunOptions {
  readonly objective: string;
  readonly template: string;
  readonly language?: Language;
  readonly json?: boolean;
  readonly out?: string;
  readonly quiet?: boolean;
}

const POLL_MS = 300;
const STDIN = 0;

/** `council-server run proposal.md`: progress goes to stderr, the report to stdout or `--out`. Returns the exit code. */
export async function run(document: string, options: RunOptions): Promise<number> {
  const request = readRequest(document, options);
  if (options.out !== undefined) refuseUnwritable(options.out);
  const app = await NestFactory.createApplicationContext(await AppModule.forRoot(), {
    logger: new ConsoleLogger({ logLevels: ['fatal', 'error'], forceConsole: true }),
    abortOnError: false,
  });
  try {
    return await convene(app, request, options);
  } finally {
    await app.close();
  }
}

async function convene(app: INestApplicationContext, request: ExecuteRequest, options: RunOptions): Promise<number> {
  const sessionUuid = await app.get(SessionStarter).open(request);
  const reader = app.get(SessionReader);
  const progress = new RunProgress(await reader.view(sessionUuid), options.quiet === true);
  const stopWatching = app.get(LiveChannel).onEvents((uuid, events) => {
    if (uuid === sessionUuid) for (const event of events) progress.show(event);
  });
  const interruption = interrupted();
  try {
    const session = await Promise.race([untilOver(app, sessionUuid), interruption.signal]);
    if (session === null) {
      process.stderr.write(`Interrupted. Session ${sessionUuid} is kept: a server on the same database takes it up.\n`);
      return 130;
    }
    if (session.status !== 'completed') return complain(session);
    await deliver(reader, sessionUuid, options);
    return 0;
  } finally {
    interruption.stop();
    stopWatching();
  }
}

/** Drives the session, or waits for whoever does: a server on the same database may have been faster. */
async function untilOver(app: INestApplicationContext, sessionUuid: string): Promise<SessionView> {
  for (;;) {
    await app.get(InProcessRunner).run(sessionUuid);
    const session = await app.get(SessionReader).view(sessionUuid);
    if (isTerminal(session.status)) return session;
    await sleep(POLL_MS);
  }
}

function interrupted(): { readonly signal: Promise<null>; readonly stop: () => void } {
  let stop = (): void => undefined;
  const signal = new Promise<null>((resolve) => {
    const onSignal = (): void => {
      resolve(null);
    };
    process.once('SIGINT', onSignal).once('SIGTERM', onSignal);
    stop = () => {
      process.off('SIGINT', onSignal).off('SIGTERM', onSignal);
    };
  });
  return { signal, stop };
}

async function deliver(reader: SessionReader, sessionUuid: string, { json, out }: RunOptions): Promise<void> {
  const text =
    json === true
      ? `${JSON.stringify(await reader.report(sessionUuid), null, 2)}\n`
      : await reader.reportMarkdown(sessionUuid);
  if (out === undefined) {
    process.stdout.write(text);
    return;
  }
  writeFileSync(out, text);
  process.stderr.write(`The report is in ${out}\n`);
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

function complain({ status, error, session_uuid }: SessionView): number {
  const why = error === null ? `it is ${status}` : `${error.message} [${error.code}]`;
  process.stderr.write(`The session ended without a report: ${why}\nsession ${session_uuid}\n`);
  return 1;
}

function readRequest(document: string, { objective, template, language }: RunOptions): ExecuteRequest {
  const parsed = ExecuteRequest.safeParse({
    template_uuid: templateOf(template),
    input: { document_content: readDocument(document), optimization_objective: objective },
    language,
  });
  if (parsed.success) return parsed.data;
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
