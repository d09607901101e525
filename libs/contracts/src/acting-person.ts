import { z } from 'zod';

/**
 * Which user has done it, and what they were called then. Absent where nobody signs in, for the holder of
 * COUNCIL_API_TOKEN, and in older logs.
 */
export const ActingPerson = z.object({ user_uuid: z.string(), name: z.string() });
export type ActingPerson = z.infer<typeof ActingPerson>;

/** Of an event that people cause. */
export const BY_PERSON = { person: ActingPerson.optional() };
