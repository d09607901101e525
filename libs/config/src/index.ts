export { addressList } from './access-variables.js';
export * from './app-config.js';
export * from './config.module.js';
export { customKeyVariable } from './custom-keys.js';
export { ENVIRONMENT, type RawEnvironment } from './environment.js';
export * from './parse-environment.js';
