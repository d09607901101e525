import { z } from 'zod';

/**
 * What a row that came with the product says in Chinese; its own columns are English, and a word that is absent is theirs.
 * Null where a user has made or changed the row.
 */
export const translations = <Words extends z.ZodRawShape>(words: Words) =>
  z.object({ zh: z.object(words).optional() }).nullable();
