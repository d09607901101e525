import { type ChainHead, type Verification } from '@council/contracts';
import { verifyLog } from '@council/council-core';
import { readLog } from './log-source.js';

export interface VerifyOptions {
  readonly json?: boolean;
  /** The hash of an event that somebody has kept elsewhere. */
  readonly head?: string;
}

/** `council-server verify`: names the first event that was changed. Returns 1 when there is one. */
export async function verify(target: string, { json, head: kept }: VerifyOptions): Promise<number> {
  const { head, events } = await readLog(target);
  const verified = verifyLog(head, events);
  const isKnown = kept === undefined || events.some(({ hash }) => hash === kept.toLowerCase());
  const lines = json === true ? [JSON.stringify(verified, null, 2)] : wordsOf(verified);
  process.stdout.write(`${lines.join('\n')}\n`);
  if (!isKnown)
    process.stderr.write(`No event has the hash ${kept}: the log was made anew since it was written down.\n`);
  return verified.is_intact && isKnown ? 0 : 1;
}

function wordsOf(verified: Verification): string[] {
  const { first_change, unchained_before, events } = verified;
  const chained =
    unchained_before === null ? [] : [`unchained before event ${unchained_before}: nothing is proved of those events`];
  if (first_change !== null) return [`CHANGED  ${first_change.message}`, ...chained, ...headOf(verified)];
  return [`OK  ${events} events`, ...chained, ...headOf(verified)];
}

const headOf = ({ session_uuid, head_hash }: ChainHead): string[] => [
  `session  ${session_uuid}`,
  `head     ${head_hash ?? 'none'}`,
];
