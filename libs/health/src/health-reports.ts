import { Injectable } from '@nestjs/common';
import { type HealthCheckResult, HealthCheckService } from '@nestjs/terminus';
import { ask, HealthProbes } from './health-probe.js';

/** The three answers. What is not well is thrown, in the form of Terminus. */
@Injectable()
export class HealthReports {
  constructor(
    private readonly terminus: HealthCheckService,
    private readonly probes: HealthProbes,
  ) {}

  all(): Promise<HealthCheckResult> {
    return this.terminus.check(this.probes.all().map((probe) => () => ask(probe)));
  }

  ready(): Promise<HealthCheckResult> {
    return this.terminus.check(this.probes.needed().map((probe) => () => ask(probe)));
  }

  /** Touches nothing: a process that answers is alive, whatever else is gone. */
  live(): HealthCheckResult {
    return { status: 'ok', info: {}, error: {}, details: {} };
  }
}
