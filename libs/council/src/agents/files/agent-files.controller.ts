import { Allow } from '@council/access';
import { AgentFiles } from '@council/contracts';
import { Controller, Get, SerializeOptions } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { PersonaFiles } from './persona-files.service.js';

@ApiTags('agents')
@Controller('api/v1/agents/files')
export class AgentFilesController {
  constructor(private readonly files: PersonaFiles) {}

  @Get()
  @Allow('viewer')
  @ApiOperation({ summary: 'The files of the prompts folder and their agents', operationId: 'listAgentFiles' })
  @ApiOkResponse({ standardSchema: AgentFiles })
  @SerializeOptions({ schema: AgentFiles })
  list(): Promise<AgentFiles> {
    return this.files.list();
  }
}
