export { pick } from './field-answers.mjs';
export * from './field-models.js';
export * from './memory-event-store.js';
export * from './scripted-chat-model.js';
export * from './seeded-random.mjs';
export * from './session-builder.js';
export * from './spawned-redis.js';
export * from './test-database.js';
export * from './scripted-tool-box.js';
