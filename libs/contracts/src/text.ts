import { z } from 'zod';

/** PostgreSQL cannot store NUL or half a surrogate pair in text, and a model cannot read it: binary that was pasted as text is refused here. */
export const text = (max: number) =>
  z
    .string()
    .max(max)
    // eslint-disable-next-line no-control-regex -- control characters are exactly what is looked for
    .refine((value) => !/[\u0000-\u0008\u000e-\u001f]/.test(value), {
      message: 'holds binary data, not text',
      abort: true,
    })
    .refine((value) => value.isWellFormed(), { message: 'holds half a character', abort: true });

/** A name that a person reads: trimmed, at least one character. */
export const label = (max: number) =>
  text(max).refine((value) => value.trim() !== '', { message: 'must not be blank' });

/** Any version, or none: ids of the reference such as c0deb47e-0000-0000-0000-000000000001 carry no version. Lower-cased. */
export const Uuid = z.guid({ message: 'is not a uuid' }).toLowerCase();

/** RFC 3339, UTC. */
export const Timestamp = z.iso.datetime();

export const Language = z.enum(['en', 'zh']);
export type Language = z.infer<typeof Language>;
