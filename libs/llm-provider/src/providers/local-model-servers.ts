import { Injectable } from '@nestjs/common';
import { AppConfig } from '@council/config';
import { z } from 'zod';

/** A model server that runs on this machine. It is offered, never used until somebody chooses it. */
export interface LocalOffer {
  /** Of the provider that the product knows it as. */
  readonly providerId: string;
  readonly name: string;
  /** For `LLM_BASE_URL`. */
  readonly baseUrl: string;
  readonly models: readonly string[];
}

export interface LocalPort {
  readonly providerId: string;
  readonly name: string;
  readonly port: number;
}

const LOCAL_PORTS: readonly LocalPort[] = [
  { providerId: 'ollama', name: 'Ollama', port: 11_434 },
  { providerId: 'lmstudio', name: 'LM Studio', port: 1_234 },
  { providerId: 'llamacpp', name: 'llama.cpp', port: 8_080 },
  { providerId: 'vllm', name: 'vLLM', port: 8_000 },
];

const PROBE_TIMEOUT_MS = 200;
const MAX_MODELS = 50;
/** OpenAI's list of models. Anything else on these ports, our own server included, is somebody else. */
const ModelList = z.object({ object: z.literal('list'), data: z.array(z.object({ id: z.string().min(1) })).min(1) });

/** Looks for model servers at their usual ports of 127.0.0.1, and nowhere else. */
@Injectable()
export class LocalModelServers {
  constructor(private readonly config: AppConfig) {}

  async find(ports: readonly LocalPort[] = LOCAL_PORTS, timeoutMs = PROBE_TIMEOUT_MS): Promise<readonly LocalOffer[]> {
    if (this.config.llm.isProbeOff) return [];
    const foreign = ports.filter(({ port }) => port !== this.config.port);
    const offers = await Promise.all(foreign.map((port) => probe(port, timeoutMs)));
    return offers.filter((offer) => offer !== null);
  }
}

async function probe({ providerId, name, port }: LocalPort, timeoutMs: number): Promise<LocalOffer | null> {
  const baseUrl = `http://127.0.0.1:${port}/v1`;
  try {
    const response = await fetch(`${baseUrl}/models`, {
      signal: AbortSignal.timeout(timeoutMs),
      // A redirect could lead off this machine.
      redirect: 'error',
    });
    if (!response.ok) return null;
    const list = ModelList.safeParse(await response.json());
    if (!list.success) return null;
    return { providerId, name, baseUrl, models: list.data.data.slice(0, MAX_MODELS).map(({ id }) => id) };
  } catch {
    return null;
  }
}
