import { z } from 'zod';

/**
 * A place of the document that an agent pointed to, checked against it.
 * `verified`: the lines exist and hold the quoted words. `repaired`: they do, but for white space, quotes or hyphens.
 * `exists`: the lines exist and nothing was quoted. `unverified`: the words are not there. `missing`: no such lines.
 */
export const CheckedReference = z.object({
  text: z.string(),
  first_line: z.int(),
  last_line: z.int(),
  quote: z.string().nullable(),
  state: z.enum(['verified', 'repaired', 'exists', 'unverified', 'missing']),
});
export type CheckedReference = z.infer<typeof CheckedReference>;
