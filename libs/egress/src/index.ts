export * from './address-kind.js';
export * from './checked-address.js';
export * from './read-page.js';
export { AnswerUnreadable } from './unpack.js';
