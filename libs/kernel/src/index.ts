export * from './app-error.js';
export * from './ids.js';
