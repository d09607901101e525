import { EventStore, LeaseStore } from '@council/council-core';
import { LiveChannel } from '@council/dispatch';
import { Global, Module } from '@nestjs/common';
import { PostgresEventStore } from './postgres-event-store.js';
import { PostgresLeaseStore } from './postgres-lease-store.js';

/** The log and the leases behind their ports. Global: the runner, which lies below, asks for the ports alone. */
@Global()
@Module({
  providers: [
    LiveChannel,
    { provide: EventStore, useClass: PostgresEventStore },
    { provide: LeaseStore, useClass: PostgresLeaseStore },
  ],
  exports: [EventStore, LeaseStore, LiveChannel],
})
export class SessionStoreModule {}
