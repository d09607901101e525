import { Allow, type Principal, Who } from '@council/access';
import {
  ControlRequest,
  ControlResult,
  EventPage,
  EventQuery,
  Ledger,
  type LogEvent,
  MessageList,
  MessageQuery,
  type Report,
  ReportQuery,
  SessionEdit,
  SessionList,
  SessionQuery,
  SessionView,
  Uuid,
} from '@council/contracts';
import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  Patch,
  Post,
  Query,
  Res,
  SerializeOptions,
} from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiQuery, ApiTags, getSchemaPath } from '@nestjs/swagger';
import { SessionControl } from './control/session-control.service.js';
import { SessionReader } from './session-reader.service.js';

/** What is set on the reply; Fastify's reply has it. */
interface Reply {
  header(name: string, value: string): unknown;
}

const REPORT_FORMS = {
  'text/markdown': { schema: { type: 'string' } },
  'application/json': { schema: { $ref: getSchemaPath('Report') } },
};

@ApiTags('sessions')
@Controller('api/v1/sessions')
export class SessionsController {
  constructor(
    private readonly sessions: SessionReader,
    private readonly control: SessionControl,
  ) {}

  @Get()
  @Allow('viewer', 'own')
  @ApiOperation({ summary: 'List sessions, newest first', operationId: 'listSessions' })
  @ApiQuery({ name: 'status', required: false })
  @ApiQuery({ name: 'group_uuid', required: false })
  @ApiQuery({ name: 'workflow_uuid', required: false })
  @ApiQuery({ name: 'q', required: false, description: 'Words of the title or the objective' })
  @ApiQuery({ name: 'cursor', required: false })
  @ApiQuery({ name: 'limit', required: false })
  @ApiOkResponse({ standardSchema: SessionList })
  @SerializeOptions({ schema: SessionList })
  list(@Query({ schema: SessionQuery }) query: SessionQuery, @Who() who: Principal): Promise<unknown> {
    return this.sessions.list(query, who);
  }

  @Get(':id')
  @Allow('viewer', 'session')
  @ApiOperation({ summary: 'Read a session', operationId: 'getSession' })
  @ApiOkResponse({ standardSchema: SessionView })
  @SerializeOptions({ schema: SessionView })
  get(@Param('id', { schema: Uuid }) id: string): Promise<SessionView> {
    return this.sessions.view(id);
  }

  @Get(':id/messages')
  @Allow('viewer', 'session')
  @ApiOperation({ summary: 'Read the transcript, in the order of the log', operationId: 'listMessages' })
  @ApiQuery({ name: 'cursor', required: false })
  @ApiQuery({ name: 'limit', required: false })
  @ApiOkResponse({ standardSchema: MessageList })
  @SerializeOptions({ schema: MessageList })
  messages(
    @Param('id', { schema: Uuid }) id: string,
    @Query({ schema: MessageQuery }) query: MessageQuery,
  ): Promise<unknown> {
    return this.sessions.messages(id, query.cursor, query.limit);
  }

  @Get(':id/events')
  @Allow('viewer', 'session')
  @ApiOperation({ summary: 'Read the log after a place in it', operationId: 'listEvents' })
  @ApiQuery({ name: 'since', required: false })
  @ApiQuery({ name: 'limit', required: false })
  @ApiOkResponse({ standardSchema: EventPage })
  events(
    @Param('id', { schema: Uuid }) id: string,
    @Query({ schema: EventQuery }) query: EventQuery,
  ): Promise<{ events: readonly LogEvent[]; last_seq: number }> {
    return this.sessions.events(id, query.since, query.limit);
  }

  @Get(':id/ledger')
  @Allow('viewer', 'session')
  @ApiOperation({
    summary: 'Read the bill: one row an attempt of a model call, the failed and the stopped ones too',
    description: 'The totals equal the usage of the session. Attempts that a crash cut are counted, not priced.',
    operationId: 'getLedger',
  })
  @ApiOkResponse({ standardSchema: Ledger })
  @SerializeOptions({ schema: Ledger })
  ledger(@Param('id', { schema: Uuid }) id: string): Promise<Ledger> {
    return this.sessions.ledger(id);
  }

  @Get(':id/report')
  @Allow('viewer', 'session')
  @ApiOperation({ summary: 'Read the final report, as Markdown or as data', operationId: 'getReport' })
  @ApiQuery({ name: 'format', required: false, enum: ['md', 'json'] })
  @ApiOkResponse({ content: REPORT_FORMS })
  report(
    @Param('id', { schema: Uuid }) id: string,
    @Query({ schema: ReportQuery }) query: ReportQuery,
    @Res({ passthrough: true }) reply: Reply,
  ): Promise<string | Report> {
    if (query.format === 'json') return this.sessions.report(id);
    reply.header('content-type', 'text/markdown; charset=utf-8');
    return this.sessions.reportMarkdown(id);
  }

  @Post(':id/control')
  @Allow('member', 'session')
  @HttpCode(200)
  @ApiOperation({ summary: 'Pause, resume or stop a session', operationId: 'controlSession' })
  @ApiOkResponse({ standardSchema: ControlResult })
  @SerializeOptions({ schema: ControlResult })
  async steer(
    @Param('id', { schema: Uuid }) id: string,
    @Body({ schema: ControlRequest }) { action }: ControlRequest,
    @Who() who: Principal,
  ): Promise<ControlResult> {
    return { session_uuid: id, status: await this.control.apply(id, action, who), action };
  }

  @Patch(':id')
  @Allow('member', 'session')
  @ApiOperation({
    summary: 'Give a session another title',
    description: 'Lists, pages and the report show it. The log is not changed: event 1 keeps the title it began with.',
    operationId: 'renameSession',
  })
  @ApiOkResponse({ standardSchema: SessionView })
  @SerializeOptions({ schema: SessionView })
  rename(
    @Param('id', { schema: Uuid }) id: string,
    @Body({ schema: SessionEdit }) { title }: SessionEdit,
  ): Promise<SessionView> {
    return this.sessions.rename(id, title);
  }

  @Delete(':id')
  @Allow('member', 'session')
  @HttpCode(204)
  @ApiOperation({
    summary: 'Delete a session that is not running, with everything it left',
    operationId: 'deleteSession',
  })
  @ApiNoContentResponse()
  delete(@Param('id', { schema: Uuid }) id: string): Promise<void> {
    return this.sessions.remove(id);
  }
}
