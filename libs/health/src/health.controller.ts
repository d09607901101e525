import { Allow } from '@council/access';
import { Controller, Get, UseFilters } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiServiceUnavailableResponse, ApiTags } from '@nestjs/swagger';
import { HealthCheck, type HealthCheckResult } from '@nestjs/terminus';
import { z } from 'zod';
import { HealthFilter } from './health.filter.js';
import { HealthReports } from './health-reports.js';

const Parts = z.record(z.string(), z.looseObject({ status: z.enum(['up', 'degraded', 'down']) }));
const EXAMPLE = {
  database: { status: 'up', kind: 'embedded', responseTime: 3 },
  migrations: { status: 'up', responseTime: 3 },
};
const HealthReport = z
  .object({
    status: z.enum(['ok', 'degraded', 'error', 'shutting_down']),
    info: Parts,
    error: Parts,
    details: Parts,
  })
  .meta({ id: 'HealthReport', example: { status: 'ok', info: EXAMPLE, error: {}, details: EXAMPLE } });

@ApiTags('health')
@Controller('health')
@UseFilters(HealthFilter)
export class HealthController {
  constructor(private readonly reports: HealthReports) {}

  @Get()
  @Allow('health')
  @HealthCheck({ noCache: true, swaggerDocumentation: false })
  @ApiOperation({ summary: 'Everything that the server leans on', operationId: 'getHealth' })
  @ApiOkResponse({ standardSchema: HealthReport, description: 'ok, or degraded: it works with less' })
  @ApiServiceUnavailableResponse({ standardSchema: HealthReport })
  health(): Promise<HealthCheckResult> {
    return this.reports.all();
  }

  @Get('ready')
  @Allow('health')
  @HealthCheck({ noCache: true, swaggerDocumentation: false })
  @ApiOperation({ summary: 'May requests be sent here: database and migrations', operationId: 'getReadiness' })
  @ApiOkResponse({ standardSchema: HealthReport })
  @ApiServiceUnavailableResponse({ standardSchema: HealthReport })
  ready(): Promise<HealthCheckResult> {
    return this.reports.ready();
  }

  @Get('live')
  @Allow('health')
  @HealthCheck({ noCache: true, swaggerDocumentation: false })
  @ApiOperation({ summary: 'Is the process alive', operationId: 'getLiveness' })
  @ApiOkResponse({ standardSchema: HealthReport, example: { status: 'ok', info: {}, error: {}, details: {} } })
  live(): HealthCheckResult {
    return this.reports.live();
  }
}
