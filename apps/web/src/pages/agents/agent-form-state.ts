import type { AgentDraft } from '@council/contracts';
import type { UseFormReturn } from 'react-hook-form';
import type { z } from 'zod';

export type AgentFormState = UseFormReturn<z.input<typeof AgentDraft>, unknown, z.output<typeof AgentDraft>>;
