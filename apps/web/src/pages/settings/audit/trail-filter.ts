import { AUDIT_KINDS } from '@council/contracts';
import type { TrailFilter } from '@/api/queries/access';

export type TrailFilterName = 'who' | 'what' | 'from' | 'to';

/** What the address asks for; what is no kind and no day is nothing. Days are days of whoever looks, and the last one counts as well. */
export function trailFilterOf(search: URLSearchParams): TrailFilter {
  const get = (name: TrailFilterName): string => search.get(name)?.trim() ?? '';
  const what = AUDIT_KINDS.find((kind) => kind === get('what'));
  const [since, until] = [midnight(get('from'), 0), midnight(get('to'), 1)];
  return {
    ...(get('who') === '' ? {} : { who: get('who') }),
    ...(what === undefined ? {} : { what }),
    ...(since === null ? {} : { since }),
    ...(until === null ? {} : { until }),
  };
}

export function withTrailFilter(search: URLSearchParams, name: TrailFilterName, value: string): URLSearchParams {
  const next = new URLSearchParams(search);
  if (value === '') next.delete(name);
  else next.set(name, value);
  return next;
}

export function exportAddress(filter: TrailFilter, format: 'csv' | 'jsonl'): string {
  return `/api/v1/audit/export?${new URLSearchParams({ format, ...filter }).toString()}`;
}

/** Where a day begins, so many days later; null for what is no day: addresses are typed and passed on. */
function midnight(day: string, daysLater: number): string | null {
  const [, year, month, date] = (/^(\d{4})-(\d{2})-(\d{2})$/.exec(day) ?? []).map(Number);
  if (year === undefined || month === undefined || date === undefined) return null;
  const at = new Date(year, month - 1, date + daysLater);
  return Number.isNaN(at.getTime()) ? null : at.toISOString();
}
