import type { EventOf, Frame, TokenDelta } from '@council/contracts';

/** What the one seat of a test turn has said so far. */
export interface Spoken {
  readonly attempt: number;
  readonly text: string;
  readonly isWhole: boolean;
}

export const NOTHING_SPOKEN: Spoken = { attempt: 0, text: '', isWhole: false };

/** Takes in one frame of the session. Null when a piece before it is missing: the text must be asked for again. */
export function withFrame(spoken: Spoken, { event, data }: Frame): Spoken | null {
  if (event === 'message:completed') {
    const { content } = data as unknown as EventOf<'message:completed'>['data'];
    return { ...spoken, text: content, isWhole: true };
  }
  if (event !== 'token_stream' || spoken.isWhole) return spoken;
  const { attempt, offset, chunk, is_thinking } = data as unknown as TokenDelta;
  if (is_thinking === true || attempt < spoken.attempt) return spoken;
  // A higher attempt begins anew.
  const before = attempt > spoken.attempt ? '' : spoken.text;
  if (offset > before.length) return null;
  return { attempt, text: before.slice(0, offset) + chunk, isWhole: false };
}
