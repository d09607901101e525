export * from './app-error.js';
export * from './ids.js';
export * from './scrub-secrets.js';
export * from './with-deadline.js';
