import { AppConfig } from '@council/config';
import { Module } from '@nestjs/common';
import { BullSessionQueue } from './bull-session-queue.js';
import { NoQueue, SessionQueue } from './session-queue.js';

/** Needs the global `AppConfig`. */
@Module({
  providers: [
    {
      provide: SessionQueue,
      inject: [AppConfig],
      useFactory: ({ redisUrl, leaseMs }: AppConfig): SessionQueue =>
        redisUrl === undefined ? new NoQueue() : new BullSessionQueue(redisUrl, leaseMs),
    },
  ],
  exports: [SessionQueue],
})
export class SessionQueueModule {}
