import type { RecalledItem } from '@council/contracts';
import { failRecall, type RecallEffect, type Recollection, settleRecall } from '@council/council-core';
import type { Settle } from './settle.js';

/** Looks up what a node asks for. A memory that cannot be read is said in the log, and stops nobody. */
export async function recall(
  effect: RecallEffect,
  signal: AbortSignal,
  { recollection, settle }: { readonly recollection: Recollection; readonly settle: Settle },
): Promise<void> {
  let items: readonly RecalledItem[];
  try {
    items = await recollection.recall(effect.query, signal);
  } catch (error) {
    if (signal.aborted) throw error;
    await settle(() => failRecall(effect, error instanceof Error ? error.message : String(error)));
    return;
  }
  await settle(() => settleRecall(effect, items));
}
