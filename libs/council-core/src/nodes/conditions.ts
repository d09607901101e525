import { z } from 'zod';

/** What a route may look at: the nearest value among what leads to the router. */
const FACT_FIELDS = [
  'score',
  'exit_recommendation',
  'vote.passed',
  'vote.result',
  'fact_check.passed',
  'fact_check.share',
  'review.action',
  'round',
  'text',
] as const;

/** A condition, and never code. A field that nothing before the router has set makes every condition false. */
export const Condition = z
  .strictObject({
    field: z.enum(FACT_FIELDS),
    operator: z.enum(['eq', 'ne', 'lt', 'lte', 'gt', 'gte', 'contains']),
    value: z.union([z.string().max(1_000), z.number(), z.boolean()]),
  })
  .refine(({ field, operator, value }) => isFitting(field, operator, value), {
    message: 'the operator or the value does not fit the field',
  });
export type Condition = z.infer<typeof Condition>;

export type Fact = string | number | boolean;
export type Facts = Partial<Record<(typeof FACT_FIELDS)[number], Fact>>;

const NUMBERS = new Set<string>(['score', 'vote.result', 'fact_check.share', 'round']);
const SWITCHES = new Set<string>(['exit_recommendation', 'vote.passed', 'fact_check.passed']);

function isFitting(field: string, operator: string, value: string | number | boolean): boolean {
  if (NUMBERS.has(field)) return typeof value === 'number' && operator !== 'contains';
  if (SWITCHES.has(field)) return typeof value === 'boolean' && (operator === 'eq' || operator === 'ne');
  return typeof value === 'string' && ['eq', 'ne', 'contains'].includes(operator);
}

export function holds({ operator, value }: Condition, fact: Fact | undefined): boolean {
  if (fact === undefined) return false;
  switch (operator) {
    case 'eq':
      return fact === value;
    case 'ne':
      return fact !== value;
    case 'contains':
      return String(fact).includes(String(value));
    case 'lt':
      return fact < value;
    case 'lte':
      return fact <= value;
    case 'gt':
      return fact > value;
    case 'gte':
      return fact >= value;
  }
}
