import type { Schemas } from '@/api/client';

const COUNCIL_DEBATE = 'b2589b10-54d9-5ab0-bf6f-740f63051889';

function rank({ template_uuid, is_system }: Schemas['Template']): number {
  if (template_uuid === COUNCIL_DEBATE) return 0;
  return is_system ? 2 : 1;
}

/** The debate first, then what users made, newest first as the server lists it, then the other system templates. */
export function byRank(templates: readonly Schemas['Template'][]): Schemas['Template'][] {
  return [...templates].sort((a, b) => rank(a) - rank(b));
}
