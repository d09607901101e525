import { Embedder } from '@council/council-core';
import { EmbeddingStore } from '@council/embeddings';
import { BeforeApplicationShutdown, Injectable, Logger } from '@nestjs/common';
import { splitText } from '../splitting/split-text.js';
import { type ClaimedIndexing, IndexingQueueRepository } from './indexing-queue.repository.js';
import { PassagesRepository } from './passages.repository.js';

/** Small enough that somebody who asks a question meanwhile waits a second, not a document. */
const BATCH = 16;
/** With the pauses between them: a little more than four hours. */
const MAX_ATTEMPTS = 6;
const SWEEP_MS = 30_000;

/**
 * Makes sessions' documents searchable, one at a time, behind the sessions' back: nothing waits for it and nothing fails
 * with it. What is to be done stands in the database, so a restart goes on where the last process stood.
 */
@Injectable()
export class PassageIndexer implements BeforeApplicationShutdown {
  private readonly log = new Logger(PassageIndexer.name);
  private readonly stopping = new AbortController();
  private sweeper: NodeJS.Timeout | undefined;
  private working: Promise<void> | null = null;
  private isWokenAgain = false;

  constructor(
    private readonly queue: IndexingQueueRepository,
    private readonly passages: PassagesRepository,
    private readonly embedder: Embedder,
    private readonly embeddings: EmbeddingStore,
  ) {}

  /** Returns at once. Asking again for the same session does nothing. */
  schedule(sessionUuid: string): void {
    this.queue.add(sessionUuid).then(
      () => {
        this.wake();
      },
      (error: unknown) => {
        this.log.warn(`session ${sessionUuid} cannot be indexed: ${describe(error)}`);
      },
    );
  }

  /** For a process that serves: takes up what others have left, now and every half minute. */
  resume(): void {
    this.sweeper ??= setInterval(() => {
      this.wake();
    }, SWEEP_MS).unref();
    this.wake();
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.sweeper);
    this.stopping.abort(new Error('the server is shutting down'));
    await this.working;
  }

  private wake(): void {
    this.isWokenAgain = true;
    this.working ??= this.workOff();
  }

  private async workOff(): Promise<void> {
    try {
      while (this.isWokenAgain && !this.stopping.signal.aborted) {
        this.isWokenAgain = false;
        while (await this.next());
      }
    } catch (error) {
      this.log.warn(`the queue of documents cannot be read: ${describe(error)}`);
    } finally {
      this.working = null;
    }
  }

  /** False when there is nothing to do. */
  private async next(): Promise<boolean> {
    if (this.stopping.signal.aborted) return false;
    const claimed = await this.queue.claim();
    if (claimed === null) return false;
    try {
      if (claimed.attempt > MAX_ATTEMPTS) throw new Error('every process that tried it has ended in the middle of it');
      await this.index(claimed.sessionUuid);
      await this.queue.finish(claimed.sessionUuid, 'done', null);
    } catch (error) {
      await this.putBack(claimed, error);
    }
    return true;
  }

  private async index(sessionUuid: string): Promise<void> {
    const document = await this.passages.findDocument(sessionUuid);
    const chunks = splitText(document ?? '');
    if (chunks.length === 0) return;
    await this.passages.insert(sessionUuid, chunks);
    const model = await this.embedder.model();
    await this.embeddings.register(model);
    for (;;) {
      const batch = await this.passages.findWithoutVector(sessionUuid, model, BATCH);
      if (batch.length === 0) return;
      this.stopping.signal.throwIfAborted();
      const texts = batch.map(({ content }) => content);
      const vectors = await this.embedder.embed(texts, this.stopping.signal);
      await this.passages.saveVectors(sessionUuid, model, batch, vectors);
      await this.queue.showLife(sessionUuid);
    }
  }

  private async putBack({ sessionUuid, attempt }: ClaimedIndexing, error: unknown): Promise<void> {
    if (this.stopping.signal.aborted) {
      await this.queue.release(sessionUuid);
      return;
    }
    const isOver = attempt >= MAX_ATTEMPTS;
    this.log.warn(`session ${sessionUuid}, attempt ${attempt} to index its document: ${describe(error)}`);
    await this.queue.finish(sessionUuid, isOver ? 'failed' : 'pending', describe(error));
  }
}

const describe = (error: unknown): string => (error instanceof Error ? error.message : String(error));
