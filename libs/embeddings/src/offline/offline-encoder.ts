import { SentenceEncoder } from '@council/council-core';
import { OnApplicationShutdown } from '@nestjs/common';
import { ENCODER_WORKER } from './encoder-worker-source.js';
import { encoderFailure, EncoderWorker } from './encoder-worker.js';

export const SENTENCE_DIMENSION = 512;

/** Memory grows with the batch (64 sentences: twice that of 8), speed does not. Others get their turn between batches. */
const BATCH = 8;

interface EncoderLimits {
  /** After this long without work the thread is let go, and with it a quarter of a gigabyte. */
  readonly idleMs: number;
  readonly silenceMs: number;
}

const LIMITS: EncoderLimits = { idleMs: 180_000, silenceMs: 60_000 };

/**
 * The Universal Sentence Encoder (lite) in a thread of its own: it computes for seconds on end. The thread starts with
 * the first sentence and again after a crash. Deterministic: a sentence's vector does not depend on those beside it.
 */
export class OfflineEncoder extends SentenceEncoder implements OnApplicationShutdown {
  private worker: EncoderWorker | null = null;
  private idle: NodeJS.Timeout | undefined;
  private busy = 0;
  private isShutDown = false;

  constructor(
    private readonly source = ENCODER_WORKER,
    private readonly limits = LIMITS,
  ) {
    super();
  }

  async encode(sentences: readonly string[], signal?: AbortSignal): Promise<readonly Float32Array[]> {
    clearTimeout(this.idle);
    this.busy += 1;
    try {
      const vectors: Float32Array[] = [];
      for (let from = 0; from < sentences.length; from += BATCH) {
        signal?.throwIfAborted();
        vectors.push(...(await this.living().encode(sentences.slice(from, from + BATCH))));
      }
      return vectors;
    } finally {
      this.busy -= 1;
      if (this.busy === 0) this.restLater();
    }
  }

  async onApplicationShutdown(): Promise<void> {
    this.isShutDown = true;
    await this.rest('the server is shutting down');
  }

  private living(): EncoderWorker {
    if (this.isShutDown) throw encoderFailure('the server is shutting down');
    if (this.worker?.isAlive !== true) this.worker = new EncoderWorker(this.source, this.limits.silenceMs);
    return this.worker;
  }

  private restLater(): void {
    this.idle = setTimeout(() => void this.rest('nobody asked for it'), this.limits.idleMs).unref();
  }

  private async rest(reason: string): Promise<void> {
    clearTimeout(this.idle);
    const worker = this.worker;
    this.worker = null;
    await worker?.end(reason);
  }
}
