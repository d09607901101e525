import type { LlmConfig } from '@council/config';

/** All keys, to be taken out of what a provider says: one may echo a key that was meant for another. */
export const configuredSecrets = ({ apiKey, keys, customKeys }: LlmConfig): readonly (string | undefined)[] => [
  apiKey,
  ...Object.values<string | undefined>(keys),
  ...Object.values(customKeys ?? {}),
];
