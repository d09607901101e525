import type { AgentDraft } from '@council/contracts';
import type { UseFormReturn } from 'react-hook-form';
import type { z } from 'zod';

export type AgentFields = z.input<typeof AgentDraft>;
export type AgentFormState = UseFormReturn<AgentFields, unknown, z.output<typeof AgentDraft>>;

/** A field that may be empty: then there is no value, which is not the empty text. */
export const orNull = { setValueAs: (value: string | null) => (value === '' ? null : value) };
export const orNoNumber = {
  setValueAs: (value: string | number | undefined) => (value === '' || value === undefined ? undefined : Number(value)),
};
