import { toNestErrors } from '@hookform/resolvers';
import { type DefaultValues, type FieldError, type FieldValues, useForm, type UseFormReturn } from 'react-hook-form';
import type { z } from 'zod';
import { issueWords, loadIssueWords } from '@/i18n/issue-words';

/**
 * A form that is held against a schema of `contracts`, as the server will: `useSchemaForm(AgentDraft, agent)`. What it
 * hands to `handleSubmit` is what the schema makes of the input; what is wrong is said in the language of the page.
 */
export function useSchemaForm<In extends FieldValues, Out extends FieldValues>(
  schema: z.ZodType<Out, In>,
  defaultValues: DefaultValues<In>,
): UseFormReturn<In, unknown, Out> {
  return useForm<In, unknown, Out>({
    defaultValues,
    mode: 'onTouched',
    resolver: async (values, _context, options) => {
      const read = schema.safeParse(values, { reportInput: true });
      if (read.success) return { values: read.data, errors: {} };
      await loadIssueWords();
      const errors: Record<string, FieldError> = {};
      // The first thing that is wrong with a field is the one to mend first.
      for (const issue of read.error.issues)
        errors[issue.path.join('.')] ??= { type: issue.code, message: issueWords(issue) };
      return { values: {}, errors: toNestErrors<In>(errors, options) };
    },
  });
}
