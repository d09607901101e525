export * from './ports/chat-model.js';
export * from './ports/embedder.js';
export * from './ports/event-store.js';
export * from './ports/model-catalogue.js';
