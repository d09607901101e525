import { z } from 'zod';

/** Switches one breaker off. */
const OFF = 'off';

/** Decimal digits alone: `1e3`, signs and spaces are refused. */
const NUMBER = /^\d{1,9}(\.\d{1,6})?$/;

/** A number between two limits, both allowed; null for `off`. */
export const numberOrOff = (fallback: string, min: number, max: number) =>
  z
    .string()
    .toLowerCase()
    .prefault(fallback)
    .refine((value) => value === OFF || isWithin(value, min, max), {
      message: `must be a number from ${min} to ${max}, or off`,
    })
    .transform((value) => (value === OFF ? null : Number(value)));

/** A whole number between two limits, both allowed; null for `off`. */
export const wholeOrOff = (fallback: string, min: number, max: number) =>
  z
    .string()
    .toLowerCase()
    .prefault(fallback)
    .refine((value) => value === OFF || (!value.includes('.') && isWithin(value, min, max)), {
      message: `must be a whole number from ${min} to ${max}, or off`,
    })
    .transform((value) => (value === OFF ? null : Number(value)));

/** Limits by name, `*=1000,openai=500`; `off` behind a name is no limit for it, alone it is none for anybody (null). */
export const ratesOrOff = (fallback: string, max: number) =>
  z
    .string()
    .toLowerCase()
    .prefault(fallback)
    .transform((value, context) => {
      if (value === OFF) return null;
      const rates = ratesOf(value, max);
      if (rates !== null) return rates;
      context.addIssue(`must be off, or limits by provider like *=1000,openai=500,groq=off, each from 1 to ${max}`);
      return z.NEVER;
    });

const isWithin = (value: string, min: number, max: number): boolean =>
  NUMBER.test(value) && Number(value) >= min && Number(value) <= max;

/** Null where a part cannot be read, or a name stands twice. `off` is written as 0. */
function ratesOf(list: string, max: number): Record<string, number> | null {
  const parts = list.split(',').map((part) => /^(\*|[a-z0-9][\w.-]{0,63})=([\d.]+|off)$/.exec(part.trim()));
  const rates = new Map<string, number>();
  for (const [, name = '', value = ''] of parts.map((part) => part ?? [])) {
    if (name === '' || rates.has(name)) return null;
    if (value !== OFF && !isWithin(value, 1, max)) return null;
    rates.set(name, value === OFF ? 0 : Number(value));
  }
  return Object.fromEntries(rates);
}
