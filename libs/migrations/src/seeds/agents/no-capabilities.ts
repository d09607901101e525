import type { Capabilities } from '@council/contracts';

/** The seeded seats speak about what is before them: they search nothing and run nothing. */
export const NO_CAPABILITIES: Capabilities = { web_search: false, search_provider: '', code_execution: false };
