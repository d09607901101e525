export { LlmProviderModule } from './llm-provider.module.js';
export { scrubSecrets } from './gateway/scrub-secrets.js';
export { findEndpoint, isAnyModelConfigured, isLoopbackUrl } from './providers/endpoints.js';
export { LocalModelServers, type LocalOffer } from './providers/local-model-servers.js';
export { ModelEntity } from './providers/model.entity.js';
export { ProviderDirectory } from './providers/provider-directory.js';
export { ProviderEntity } from './providers/provider.entity.js';
export { REHEARSAL_ENGINE, REHEARSAL_MODEL, REHEARSAL_NAME } from './rehearsal/engine-name.js';
