import { z } from 'zod';

/** RFC 9457, with `error` beside it for clients of the reference. */
export const Problem = z
  .looseObject({
    error: z.string(),
    code: z.string(),
    status: z.int(),
    title: z.string(),
    detail: z.string().optional(),
    issues: z
      .array(z.object({ path: z.string(), code: z.string(), message: z.string(), node_id: z.string().optional() }))
      .optional(),
    request_id: z.string(),
  })
  .meta({ id: 'Problem' });
export type Problem = z.infer<typeof Problem>;
