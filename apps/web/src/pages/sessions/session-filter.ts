import { SessionStatus } from '@council/contracts';
import type { SessionFilter } from '@/api/queries/sessions';

type FilterName = 'q' | 'status' | 'group' | 'workflow';

/** What the address asks for. What is no status is nothing: addresses are typed and passed on. */
export function filterOf(search: URLSearchParams): SessionFilter {
  const get = (name: FilterName): string => search.get(name)?.trim() ?? '';
  const status = SessionStatus.options.find((one) => one === get('status'));
  return {
    ...(get('q') === '' ? {} : { q: get('q') }),
    ...(status === undefined ? {} : { status }),
    ...(get('group') === '' ? {} : { group_uuid: get('group') }),
    ...(get('workflow') === '' ? {} : { workflow_uuid: get('workflow') }),
  };
}

/** The address with one filter changed; the empty string takes it away. */
export function withFilter(search: URLSearchParams, name: FilterName, value: string): URLSearchParams {
  const next = new URLSearchParams(search);
  if (value === '') next.delete(name);
  else next.set(name, value);
  return next;
}
