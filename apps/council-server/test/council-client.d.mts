import type { Frame, Ledger, LogEvent, SessionView } from '@council/contracts';

export const COUNCIL_DEBATE: string;

export interface HttpAnswer {
  readonly status: number;
  readonly text: string;
  /** Parsed, where the answer is JSON. */
  readonly body: unknown;
  /** The first answer again, to the same `Idempotency-Key`. */
  readonly isReplayed: boolean;
}

export class CouncilClient {
  constructor(urlOf: () => string, own?: Readonly<Record<string, string>>);
  ask(method: string, path: string, body?: unknown, headers?: Readonly<Record<string, string>>): Promise<HttpAnswer>;
  get(path: string): Promise<unknown>;
  convene(request: {
    readonly document: string;
    readonly objective: string;
    readonly overrides?: Readonly<Record<string, unknown>>;
  }): Promise<string>;
  session(id: string): Promise<SessionView>;
  events(id: string): Promise<readonly LogEvent[]>;
  messages(id: string): Promise<readonly { readonly node_id: string; readonly content: string }[]>;
  report(id: string): Promise<string>;
  ledger(id: string): Promise<Ledger>;
  untilEnded(id: string, timeoutMs?: number): Promise<SessionView>;
  untilSeen(id: string, isWanted: (frame: Frame) => boolean): Promise<void>;
}

export function withoutBill(report: string): string;
