import { CouncilGateway, Feeds } from '@council/council';
import { Metrics } from '@council/telemetry';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Links } from './links.js';

/** Every kind of database keeps its connections in a pool of node-postgres. */
interface Pool {
  readonly totalCount: number;
  readonly idleCount: number;
  readonly waitingCount: number;
}

const STATUSES = ['pending', 'running', 'paused', 'completed', 'failed', 'cancelled'];
const LINKS = ['off', 'connected', 'disconnected'];

/** What is not counted but looked up when somebody asks: how the parts are right now. */
@Injectable()
export class PartGauges implements OnModuleInit {
  constructor(
    private readonly metrics: Metrics,
    private readonly dataSource: DataSource,
    private readonly links: Links,
    private readonly gateway: CouncilGateway,
    private readonly feeds: Feeds,
  ) {}

  onModuleInit(): void {
    const { metrics } = this;
    metrics.gauge('sessions', 'Sessions in the database, by status.', ['status'], async (gauge) => {
      const counts = await this.sessionsByStatus();
      for (const status of STATUSES) gauge.set({ status }, counts.get(status) ?? 0);
    });
    metrics.gauge('db_pool_connections', 'Connections to the database.', ['state'], (gauge) => {
      const { totalCount, idleCount, waitingCount } = this.pool;
      gauge.set({ state: 'busy' }, totalCount - idleCount);
      gauge.set({ state: 'idle' }, idleCount);
      gauge.set({ state: 'awaited' }, waitingCount);
    });
    metrics.gauge(
      'redis_up',
      'Whether Redis answers: state is 1 for the one that holds.',
      ['use', 'state'],
      async (gauge) => {
        const states = await this.links.states();
        for (const [use, now] of states) for (const state of LINKS) gauge.set({ use, state }, state === now ? 1 : 0);
      },
    );
    metrics.gauge('queue_depth', 'Sessions that wait for a free hand.', [], async (gauge) => {
      gauge.set((await this.links.queueDepth()) ?? (await this.sessionsByStatus()).get('pending') ?? 0);
    });
    metrics.gauge('live_sockets', 'Open WebSocket connections.', [], (gauge) => gauge.set(this.gateway.connections));
    metrics.gauge('live_feeds', 'Sessions that are watched live, over WebSocket or SSE.', [], (gauge) =>
      gauge.set(this.feeds.count),
    );
  }

  private async sessionsByStatus(): Promise<ReadonlyMap<string, number>> {
    const rows = await this.dataSource.query<{ status: string; count: number }[]>(
      'SELECT status, count(*)::int AS count FROM sessions GROUP BY status',
    );
    return new Map(rows.map(({ status, count }) => [status, count]));
  }

  private get pool(): Pool {
    return (this.dataSource.driver as unknown as { readonly master: Pool }).master;
  }
}
