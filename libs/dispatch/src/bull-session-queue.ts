import { type CarriedWork, carryWork, runCarried } from '@council/telemetry';
import { Logger } from '@nestjs/common';
import type { Job, Queue, Worker } from 'bullmq';
import { impatientClient, patientClient, RedisLine } from './redis-line.js';
import { type QueueStatus, SessionQueue, type QueueWork } from './session-queue.js';

const NAME = 'sessions';
/** Keys of the queue begin with it; it keeps them apart from those of the cache. */
const PREFIX = 'council:queue';
/** How long a worker may take to lay its sessions down; the process's own limit is longer. */
const CLOSE_MS = 5_000;

/**
 * The queue in Redis, by BullMQ. A job's id is the session's, so that a session waits there once at most; it is removed
 * when it ends, so that the next one can come. BullMQ waits for ever where Redis is down, hence the line before it.
 */
export class BullSessionQueue extends SessionQueue {
  private readonly log = new Logger('queue');
  private line: RedisLine | null = null;
  private workerLine: RedisLine | null = null;
  private queue: Queue | null = null;
  private worker: Worker | null = null;
  private isWorking = false;
  /** This process ends before they do: the next one is to have them at once, and as the work that they are. */
  private readonly interrupted = new Map<string, CarriedWork>();

  constructor(
    private readonly url: string,
    private readonly leaseMs: number,
  ) {
    super();
  }

  get isUp(): boolean {
    return this.line?.isUp === true;
  }

  get meanwhile(): string {
    return this.isWorking
      ? 'this server drives its sessions itself'
      : 'sessions wait until a worker finds them in the database';
  }

  async open(work: QueueWork): Promise<void> {
    this.isWorking = work.concurrency > 0;
    const { Queue } = await import('bullmq');
    const client = await impatientClient(this.url);
    this.line = new RedisLine(client, (fault) => {
      this.say(fault);
    });
    this.queue = new Queue(NAME, { connection: client, prefix: PREFIX, skipVersionCheck: true });
    // The line says it, once.
    this.queue.on('error', () => undefined);
    if (this.isWorking) await this.startWorking(work);
  }

  async add(sessionUuid: string): Promise<boolean> {
    return this.put(sessionUuid, carryWork());
  }

  async status(): Promise<QueueStatus> {
    const isThere = await this.line?.attempt((client) => client.ping());
    return isThere === true ? 'connected' : 'disconnected';
  }

  async depth(): Promise<number | null> {
    const { line, queue } = this;
    if (line === null || queue === null) return null;
    let depth: number | null = null;
    await line.attempt(async () => {
      depth = await queue.getWaitingCount();
    });
    return depth;
  }

  async close(): Promise<void> {
    await this.stopWorking();
    // Not before: this worker would take them out again.
    for (const [sessionUuid, carried] of this.interrupted) await this.put(sessionUuid, carried);
    this.line?.close();
  }

  private async put(sessionUuid: string, carried: CarriedWork): Promise<boolean> {
    const { line, queue } = this;
    if (line === null || queue === null) return false;
    return line.attempt(() =>
      queue.add('drive', carried, { jobId: sessionUuid, removeOnComplete: true, removeOnFail: true }),
    );
  }

  /** Asked politely while Redis is gone the worker would never end, and only the first way of asking counts. */
  private async stopWorking(): Promise<void> {
    const { worker, workerLine } = this;
    if (worker === null || workerLine === null) return;
    const closed = worker.close(!workerLine.isUp);
    const hangs = workerLine.attempt((client) => client.ping()).then((answers) => (answers ? closed : undefined));
    const patience = new Promise((resolve) => setTimeout(resolve, CLOSE_MS).unref());
    try {
      await Promise.race([closed, hangs, patience]);
    } finally {
      workerLine.close();
    }
  }

  /** A worker that dies is missed after about the time that its leases take to expire. */
  private async startWorking({ concurrency, drive }: QueueWork): Promise<void> {
    const { Worker } = await import('bullmq');
    const client = await patientClient(this.url);
    this.workerLine = new RedisLine(client, () => undefined);
    const work = async ({ id, data }: Job<CarriedWork>): Promise<void> => {
      if (id === undefined) return;
      if ((await runCarried(data, () => drive(id))) === 'interrupted') this.interrupted.set(id, data);
    };
    this.worker = new Worker(NAME, work, {
      connection: client,
      prefix: PREFIX,
      skipVersionCheck: true,
      concurrency,
      lockDuration: this.leaseMs,
      stalledInterval: Math.max(1_000, this.leaseMs / 3),
      maxStalledCount: 3,
      runRetryDelay: 500,
    });
    this.worker.on('error', (error) => {
      this.log.debug(`queue: ${error.message}`);
    });
  }

  private say(fault: string | null): void {
    if (fault === null) this.log.log('Redis answers again: sessions go to the queue.');
    else this.log.warn(`Redis: ${fault}. Until it is back ${this.meanwhile}.`);
  }
}
