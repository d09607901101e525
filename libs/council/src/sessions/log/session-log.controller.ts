import { SessionExport, Uuid, Verification } from '@council/contracts';
import { Controller, Get, Param, SerializeOptions } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { SessionLogs } from './session-logs.service.js';

@ApiTags('log')
@Controller('api/v1/sessions/:id')
export class SessionLogController {
  constructor(private readonly logs: SessionLogs) {}

  @Get('export')
  @ApiOperation({
    summary: 'Export the session: its whole log with its hashes, and the report',
    description: '`council-server verify` and `council-server replay` read this file; they need no server.',
    operationId: 'exportSession',
  })
  @ApiOkResponse({ standardSchema: SessionExport })
  @SerializeOptions({ schema: SessionExport })
  export(@Param('id', { schema: Uuid }) id: string): Promise<SessionExport> {
    return this.logs.export(id);
  }

  @Get('verify')
  @ApiOperation({
    summary: 'Recompute the log and name the first event that was changed, if any',
    operationId: 'verifySession',
  })
  @ApiOkResponse({ standardSchema: Verification })
  @SerializeOptions({ schema: Verification })
  verify(@Param('id', { schema: Uuid }) id: string): Promise<Verification> {
    return this.logs.verify(id);
  }
}
