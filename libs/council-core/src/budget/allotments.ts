import type { LogEvent, NewEvent } from '@council/contracts';
import { toUsd } from '../ledger/usd.js';
import type { WaitEffect } from '../session/effects.js';
import type { Allotments, SessionState } from '../session/state.js';

type AllotmentEvent = Extract<LogEvent, { event: 'budget:allotted' | 'budget:returned' }>;

const NOTHING = { usd: 0, spent: 0 };

/** A month that gives something back is closed: what is needed afterwards has to be asked for anew. */
export function nextAllotments({ open, months }: Allotments, { event, data }: AllotmentEvent): Allotments {
  const own = months[data.month] ?? NOTHING;
  const usd = toUsd(event === 'budget:allotted' ? own.usd + data.usd : own.usd - data.usd);
  const next = { ...months, [data.month]: { ...own, usd } };
  if (event === 'budget:allotted') return { open: data.month, months: next };
  return { open: open === data.month ? null : open, months: next };
}

export function withSpent(allotments: Allotments, month: string | null, usd: number): Allotments {
  const own = month === null ? undefined : allotments.months[month];
  if (month === null || own === undefined || usd === 0) return allotments;
  return { ...allotments, months: { ...allotments.months, [month]: { ...own, spent: toUsd(own.spent + usd) } } };
}

/** What of the open month is neither spent nor put aside. */
export function allotmentLeft(state: SessionState): number {
  const { open } = state.allotments;
  return open === null ? 0 : leftOf(state, open);
}

function leftOf({ allotments, openCalls }: SessionState, month: string): number {
  const { usd, spent } = allotments.months[month] ?? NOTHING;
  const aside = openCalls
    .filter((call) => call.month === month)
    .reduce((sum, { reserved }) => sum + (reserved?.cost_usd ?? 0), 0);
  return Math.max(0, toUsd(usd - spent - aside));
}

/** Gives everything back that is not needed: nobody works, and others of the group may need it. */
export const returnEvents = (state: SessionState): readonly NewEvent[] => returned(state, () => true);

/** What turned out cheaper after its month was closed. */
export const lateReturns = (state: SessionState): readonly NewEvent[] =>
  returned(state, (month) => month !== state.allotments.open);

function returned(state: SessionState, isMeant: (month: string) => boolean): readonly NewEvent[] {
  return Object.keys(state.allotments.months)
    .filter((month) => isMeant(month) && (leftOf(state, month) > 0 || month === state.allotments.open))
    .map((month) => returnOf(state, month));
}

function returnOf(state: SessionState, month: string): NewEvent {
  const usd = leftOf(state, month);
  const total = toUsd((state.allotments.months[month] ?? NOTHING).usd - usd);
  return { event: 'budget:returned', data: { month, usd, total } };
}

/** A month's money is for that month: at its end, what is left goes back, and the next call is of the next month. */
export function monthEndEffects(state: SessionState): readonly WaitEffect[] {
  const { open } = state.allotments;
  if (open === null) return [];
  const [year = 0, month = 0] = open.split('-').map(Number);
  const until = new Date(Date.UTC(year, month)).toISOString();
  return [{ type: 'wait', key: `month-end:${open}`, nodeId: '', until, events: [returnOf(state, open)] }];
}
