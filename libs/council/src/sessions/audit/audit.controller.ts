import { Allow } from '@council/access';
import { AuditList, Uuid } from '@council/contracts';
import { Controller, Get, Param, SerializeOptions } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { AuditReader } from './audit-reader.service.js';

@ApiTags('sessions')
@Controller('api/v1/sessions')
export class AuditController {
  constructor(private readonly audit: AuditReader) {}

  @Get(':id/audit')
  @Allow('viewer', 'session')
  @ApiOperation({
    summary: 'Read who locked and unlocked a session, and why',
    description: 'Kept also when the session is deleted.',
    operationId: 'listAudit',
  })
  @ApiOkResponse({ standardSchema: AuditList })
  @SerializeOptions({ schema: AuditList })
  list(@Param('id', { schema: Uuid }) id: string): Promise<AuditList> {
    return this.audit.ofSession(id);
  }
}
