/** The core counts the same way before a call as the gateway does after one that reports no usage. */
export { estimateMessageTokens, estimateTokens } from '@council/council-core';
