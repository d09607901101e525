import { AccessLog, AccessLogExportQuery, AccessLogQuery } from '@council/contracts';
import { applyDecorators, Controller, Get, Header, Query, SerializeOptions, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiQuery, ApiTags } from '@nestjs/swagger';
import { Allow } from '../guard/allow.decorator.js';
import { exportTrail } from './audit-export.js';
import { AuditTrail } from './audit-trail.js';

const TYPES = { csv: 'text/csv; charset=utf-8', jsonl: 'application/x-ndjson' } as const;

const Filtered = () =>
  applyDecorators(
    ApiQuery({ name: 'what', required: false, description: 'The beginning of what happened, such as refused' }),
    ApiQuery({ name: 'who', required: false, description: 'The name, as the entries have it' }),
    ApiQuery({ name: 'since', required: false, description: 'RFC 3339, UTC: from then on' }),
    ApiQuery({ name: 'until', required: false, description: 'RFC 3339, UTC: before then' }),
  );

@ApiTags('users')
@Controller('api/v1/audit')
export class AccessLogController {
  constructor(private readonly trail: AuditTrail) {}

  @Get()
  @Allow('admin')
  @ApiOperation({ summary: 'Who came, who was refused, who wrote; the latest first', operationId: 'listAccessLog' })
  @Filtered()
  @ApiQuery({ name: 'cursor', required: false })
  @ApiQuery({ name: 'limit', required: false })
  @ApiOkResponse({ standardSchema: AccessLog })
  @SerializeOptions({ schema: AccessLog })
  list(@Query({ schema: AccessLogQuery }) query: AccessLogQuery): Promise<AccessLog> {
    return this.trail.list(query);
  }

  @Get('export')
  @Allow('admin')
  @Header('cache-control', 'no-store')
  @Header('x-accel-buffering', 'no')
  @ApiOperation({
    summary: 'The whole trail within the filter, as a file',
    description: 'Cells of the table that a spreadsheet would take for a formula begin with an apostrophe.',
    operationId: 'exportAccessLog',
  })
  @Filtered()
  @ApiQuery({ name: 'format', enum: ['csv', 'jsonl'] })
  @ApiProduces('text/csv', 'application/x-ndjson')
  @ApiOkResponse({ schema: { type: 'string' } })
  export(@Query({ schema: AccessLogExportQuery }) query: AccessLogExportQuery): StreamableFile {
    const name = `audit-${new Date().toISOString().slice(0, 10)}.${query.format}`;
    return new StreamableFile(exportTrail(this.trail, query), {
      type: TYPES[query.format],
      disposition: `attachment; filename="${name}"`,
    });
  }
}
