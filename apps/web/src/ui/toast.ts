import { Value } from '@/state/value';

export interface Toast {
  readonly id: number;
  readonly tone: 'good' | 'bad' | 'neutral';
  readonly title: string;
  readonly text?: string;
}

/** Those that are shown; `app/toaster` draws them. */
export const toasts = new Value<readonly Toast[]>([]);
let last = 0;

/** Says in passing that something was done or failed. What a person has to act on belongs into the page, not here. */
export function toast(title: string, { tone = 'good', text }: { tone?: Toast['tone']; text?: string } = {}): void {
  last += 1;
  toasts.set([...toasts.get(), { id: last, tone, title, ...(text === undefined ? {} : { text }) }]);
}

export function dismissToast(id: number): void {
  toasts.set(toasts.get().filter((one) => one.id !== id));
}
