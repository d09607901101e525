import { standardSchemaResolver } from '@hookform/resolvers/standard-schema';
import { type DefaultValues, type FieldValues, useForm, type UseFormReturn } from 'react-hook-form';
import type { z } from 'zod';

/**
 * A form that is held against a schema of `contracts`, as the server will: `useSchemaForm(AgentDraft, agent)`. What it
 * hands to `handleSubmit` is what the schema makes of the input.
 */
export function useSchemaForm<In extends FieldValues, Out extends FieldValues>(
  schema: z.ZodType<Out, In>,
  defaultValues: DefaultValues<In>,
): UseFormReturn<In, unknown, Out> {
  return useForm<In, unknown, Out>({ resolver: standardSchemaResolver(schema), defaultValues, mode: 'onTouched' });
}
