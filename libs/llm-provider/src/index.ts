export { ModelPrices } from './catalogue/model-prices.js';
export { LlmProviderModule } from './llm-provider.module.js';
export { findEndpoint, isAnyModelConfigured, isLoopbackUrl } from './providers/endpoints.js';
export { LocalModelServers, type LocalOffer } from './providers/local-model-servers.js';
export { ProviderDirectory } from './providers/provider-directory.js';
export { REHEARSAL_NAME } from './rehearsal/engine-name.js';
