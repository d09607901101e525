export * from './app-error.js';
export * from './ids.js';
export * from './installation-folder.js';
export * from './listen.js';
export * from './scrub-secrets.js';
export * from './with-deadline.js';
