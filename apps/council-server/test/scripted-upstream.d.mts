import type { ServerResponse } from 'node:http';

export type Seat = 'for' | 'against' | 'judge';
export interface Call {
  readonly seat: Seat;
  /** All messages, one after the other. */
  readonly prompt: string;
  readonly authorization: string | null;
  readonly traceparent: string | null;
}
/** `nth` counts from 1 for each seat of each session. */
export type Reply = (response: ServerResponse, call: Call & { readonly nth: number }) => unknown;

export class ScriptedUpstream {
  static start(reply: Reply): Promise<ScriptedUpstream>;
  /** One entry a call, in the order of arrival. `isHalted`: left open by the script in the middle of its answer. */
  readonly journal: readonly (Call & { readonly isHalted: boolean })[];
  readonly baseUrl: string;
  /** Calls whose callers still wait for the rest of their answer. */
  readonly openCalls: number;
  stop(): Promise<void>;
}

export function speaks(options: {
  readonly pieces: number;
  readonly pauseMs: number;
  readonly halts?: (call: Call & { readonly nth: number }) => boolean;
}): Reply;
export function piece(content: string): string;
export function ending(reason?: string): string;
export function answerOf(call: Pick<Call, 'seat' | 'prompt'>): string;
