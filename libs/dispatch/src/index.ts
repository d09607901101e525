export * from './dispatch.module.js';
export * from './in-process-runner.js';
export * from './live-channel.js';
export * from './session-driver.js';
