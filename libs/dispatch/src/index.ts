export { DispatchModule } from './dispatch.module.js';
export { InProcessRunner } from './in-process-runner.js';
export { LiveChannel } from './live-channel.js';
export { SessionDispatcher } from './session-dispatcher.js';
export { type QueueStatus, SessionQueue } from './session-queue.js';
export { SessionQueueModule } from './session-queue.module.js';
