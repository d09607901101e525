export { DispatchModule } from './dispatch.module.js';
export { InProcessRunner } from './in-process-runner.js';
export { LiveChannel } from './live-channel.js';
