import { EventStore, GroupBudgets, LeaseStore } from '@council/council-core';
import { LiveChannel } from '@council/dispatch';
import { Global, Module } from '@nestjs/common';
import { PostgresGroupBudgets } from './budgets/postgres-group-budgets.js';
import { PostgresEventStore } from './postgres-event-store.js';
import { PostgresLeaseStore } from './postgres-lease-store.js';

/** The log and the leases behind their ports. Global: the runner, which lies below, asks for the ports alone. */
@Global()
@Module({
  providers: [
    LiveChannel,
    PostgresEventStore,
    { provide: EventStore, useExisting: PostgresEventStore },
    { provide: GroupBudgets, useClass: PostgresGroupBudgets },
    { provide: LeaseStore, useClass: PostgresLeaseStore },
  ],
  exports: [EventStore, GroupBudgets, LeaseStore, LiveChannel],
})
export class SessionStoreModule {}
