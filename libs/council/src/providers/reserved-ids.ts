import { findPreset } from '@council/llm-provider';

/** Names with a meaning of their own in an agent's model: the default, the rehearsal engine, another name for google. */
const RESERVED = ['default', 'rehearsal', 'gemini'];

export const isReservedId = (id: string): boolean => RESERVED.includes(id) || findPreset(id) !== undefined;
