import { Allow, type Principal, Who } from '@council/access';
import {
  FileAdoption,
  type FileChoice,
  FileDiff,
  FileDiffQuery,
  FileDraft,
  FileQuery,
  FileRollback,
  SessionFile,
  SessionFileHistory,
  SessionFileList,
  Uuid,
} from '@council/contracts';
import { Body, Controller, Get, HttpCode, Param, Post, Put, Query, SerializeOptions } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiQuery, ApiTags } from '@nestjs/swagger';
import { Idempotent } from '../../idempotency/idempotent.decorator.js';
import { SessionFilesService } from './session-files.service.js';

@ApiTags('files')
@Controller('api/v1/sessions/:id/files')
export class SessionFilesController {
  constructor(private readonly files: SessionFilesService) {}

  @Get()
  @Allow('viewer', 'session')
  @ApiOperation({
    summary: 'List the latest version of each file, and which one is under work',
    operationId: 'listFiles',
  })
  @ApiOkResponse({ standardSchema: SessionFileList })
  @SerializeOptions({ schema: SessionFileList })
  list(@Param('id', { schema: Uuid }) id: string): Promise<SessionFileList> {
    return this.files.list(id);
  }

  @Get('history')
  @Allow('viewer', 'session')
  @ApiOperation({ summary: 'Read all versions of a file, newest first', operationId: 'getFileHistory' })
  @ApiQuery({ name: 'path' })
  @ApiOkResponse({ standardSchema: SessionFileHistory })
  @SerializeOptions({ schema: SessionFileHistory })
  history(
    @Param('id', { schema: Uuid }) id: string,
    @Query({ schema: FileQuery }) { path }: FileQuery,
  ): Promise<SessionFileHistory> {
    return this.files.history(id, path);
  }

  @Get('diff')
  @Allow('viewer', 'session')
  @ApiOperation({ summary: 'Compare two versions of a file', operationId: 'diffFile' })
  @ApiQuery({ name: 'path' })
  @ApiQuery({ name: 'from' })
  @ApiQuery({ name: 'to' })
  @ApiOkResponse({ standardSchema: FileDiff })
  @SerializeOptions({ schema: FileDiff })
  diff(
    @Param('id', { schema: Uuid }) id: string,
    @Query({ schema: FileDiffQuery }) query: FileDiffQuery,
  ): Promise<FileDiff> {
    return this.files.diff(id, query);
  }

  @Put()
  @Allow('member', 'session')
  @ApiOperation({ summary: 'Write a new version on top of the latest one', operationId: 'writeFile' })
  @ApiOkResponse({ standardSchema: SessionFile })
  @SerializeOptions({ schema: SessionFile })
  write(
    @Param('id', { schema: Uuid }) id: string,
    @Body({ schema: FileDraft }) draft: FileDraft,
    @Who() who: Principal,
  ): Promise<SessionFile> {
    return this.files.write(id, draft, who);
  }

  @Post('rollback')
  @Allow('member', 'session')
  @HttpCode(200)
  @Idempotent()
  @ApiOperation({ summary: 'Make an earlier version the newest one', operationId: 'rollbackFile' })
  @ApiOkResponse({ standardSchema: SessionFile })
  @SerializeOptions({ schema: SessionFile })
  rollback(
    @Param('id', { schema: Uuid }) id: string,
    @Body({ schema: FileRollback }) choice: FileChoice,
    @Who() who: Principal,
  ): Promise<SessionFile> {
    return this.files.rollback(id, choice, who);
  }

  @Post('adopt')
  @Allow('member', 'session')
  @HttpCode(200)
  @Idempotent()
  @ApiOperation({ summary: 'Take a proposed version of the document into work', operationId: 'adoptFile' })
  @ApiOkResponse({ standardSchema: SessionFileList })
  @SerializeOptions({ schema: SessionFileList })
  adopt(
    @Param('id', { schema: Uuid }) id: string,
    @Body({ schema: FileAdoption }) choice: FileChoice,
    @Who() who: Principal,
  ): Promise<SessionFileList> {
    return this.files.adopt(id, choice, who);
  }
}
