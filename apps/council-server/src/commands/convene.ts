import { writeFileSync } from 'node:fs';
import { AppConfig } from '@council/config';
import type { ExecuteRequest, SessionView } from '@council/contracts';
import { EventStore } from '@council/council-core';
import { OWNER } from '@council/access';
import { SessionReader, SessionStarter } from '@council/council';
import { InProcessRunner, LiveChannel } from '@council/dispatch';
import { KeyVault } from '@council/llm-provider';
import type { INestApplicationContext } from '@nestjs/common';
import { RunProgress } from './run-progress.js';
import type { RunOptions } from './run-request.js';
import { untilOver } from './until-over.js';
import { withServices } from './with-services.js';

/** What a person decides is noticed as fast as that. */
const LOOK_MS = 300;

/** Holds one session in this process, shows it and delivers its report. Returns the exit code. */
export function convene(request: ExecuteRequest, options: RunOptions): Promise<number> {
  return withServices(async (app) => {
    await app.get(KeyVault).openAll();
    return hold(app, request, options);
  });
}

async function hold(app: INestApplicationContext, request: ExecuteRequest, options: RunOptions): Promise<number> {
  const sessionUuid = await app.get(SessionStarter).open(request, OWNER);
  const reader = app.get(SessionReader);
  const progress = new RunProgress(await reader.view(sessionUuid), options.quiet === true);
  const stopWatching = app.get(LiveChannel).onEvents((uuid, events) => {
    if (uuid === sessionUuid) for (const event of events) progress.show(event);
  });
  const interruption = interrupted();
  const means = {
    runner: app.get(InProcessRunner),
    reader,
    store: app.get(EventStore),
    lookMs: LOOK_MS,
    tryAgainMs: app.get(AppConfig).leaseMs / 3,
  };
  try {
    const session = await Promise.race([untilOver(sessionUuid, means), interruption.signal]);
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

function complain({ status, error, session_uuid }: SessionView): number {
  const why = error === null ? `it is ${status}` : `${error.message} [${error.code}]`;
  process.stderr.write(`The session ended without a report: ${why}\nsession ${session_uuid}\n`);
  return 1;
}
