import { sha256 } from '@council/kernel';
import { canonicalJson } from './canonical-json.js';

/** What an event says, as one number: all that is known of it before it has a place in the log. */
export function eventDigest({ event, node_id, data }: EventBody): string {
  return sha256(canonicalJson({ event, node_id, data }));
}

export interface EventBody {
  readonly event: string;
  readonly node_id?: string;
  readonly data: unknown;
}

export interface LinkedEvent {
  /** Of the event before; of the first one the session's id, so that no event can move to another session. */
  readonly previous: string;
  readonly seq: number;
  readonly timestamp: string;
  readonly digest: string;
}

/** The link of an event to all that stand before it. The append's statement makes the same one (`append-events.ts`). */
export const eventHash = ({ previous, seq, timestamp, digest }: LinkedEvent): string =>
  sha256(`${previous} ${seq} ${timestamp} ${digest}`);
