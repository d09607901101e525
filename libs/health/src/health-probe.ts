import type { HealthIndicatorResult } from '@nestjs/terminus';
import { Injectable } from '@nestjs/common';

/** How long health waits for the database; an orchestrator gives up after a few seconds too. */
export const DATABASE_TIMEOUT_MS = 2_000;

/** One thing that the server leans on. It puts itself on the list when its module starts. */
export interface HealthProbe {
  readonly name: string;
  /** Without it the server cannot work: `/health/ready` is 503. What is not needed degrades, whatever it answers. */
  readonly isNeeded: boolean;
  check(): Promise<HealthIndicatorResult>;
}

@Injectable()
export class HealthProbes {
  private readonly probes = new Map<string, HealthProbe>();

  register(probe: HealthProbe): void {
    if (this.probes.has(probe.name)) throw new Error(`two health probes are called "${probe.name}"`);
    this.probes.set(probe.name, probe);
  }

  all(): readonly HealthProbe[] {
    return [...this.probes.values()];
  }

  needed(): readonly HealthProbe[] {
    return this.all().filter((probe) => probe.isNeeded);
  }
}

/** What a probe says, with `down` softened to `degraded` where the server can work without it. */
export async function ask(probe: HealthProbe): Promise<HealthIndicatorResult> {
  const result = await probe.check();
  if (probe.isNeeded) return result;
  return Object.fromEntries(
    Object.entries(result).map(([name, value]) => [
      name,
      value.status === 'down' ? { ...value, status: 'degraded' as const } : value,
    ]),
  );
}
