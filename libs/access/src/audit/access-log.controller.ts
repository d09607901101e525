import { AccessLog, AccessLogQuery } from '@council/contracts';
import { Controller, Get, Query, SerializeOptions } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiQuery, ApiTags } from '@nestjs/swagger';
import { Allow } from '../guard/allow.decorator.js';
import { AuditTrail } from './audit-trail.js';

@ApiTags('users')
@Controller('api/v1/audit')
export class AccessLogController {
  constructor(private readonly trail: AuditTrail) {}

  @Get()
  @Allow('admin')
  @ApiOperation({ summary: 'Who came, who was refused, who wrote; the latest first', operationId: 'listAccessLog' })
  @ApiQuery({ name: 'what', required: false, description: 'The beginning of what happened, such as refused' })
  @ApiQuery({ name: 'cursor', required: false })
  @ApiQuery({ name: 'limit', required: false })
  @ApiOkResponse({ standardSchema: AccessLog })
  @SerializeOptions({ schema: AccessLog })
  list(@Query({ schema: AccessLogQuery }) query: AccessLogQuery): Promise<AccessLog> {
    return this.trail.list(query);
  }
}
