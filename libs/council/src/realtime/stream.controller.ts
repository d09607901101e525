import { Allow, askingOf } from '@council/access';
import { EventQuery, Uuid } from '@council/contracts';
import { AppError } from '@council/kernel';
import { Controller, Get, Header, Headers, Param, Query, Req, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { SessionReader } from '../sessions/session-reader.service.js';
import { EventStream } from './event-stream.js';
import { Feeds } from './feeds.service.js';

/** The frames of the WebSocket as server-sent events: no `event:` field, `id:` (the seq) on durable frames only. */
@ApiTags('sessions')
@Controller('api/v1/sessions')
export class StreamController {
  constructor(
    private readonly feeds: Feeds,
    private readonly sessions: SessionReader,
  ) {}

  @Get(':id/stream')
  @Allow('viewer', 'session')
  @Header('cache-control', 'no-store')
  // nginx would collect the events otherwise.
  @Header('x-accel-buffering', 'no')
  @ApiProduces('text/event-stream')
  @ApiOkResponse({ schema: { type: 'string' } })
  @ApiOperation({
    summary: 'Watch a session; comes back with Last-Event-ID where it stood',
    operationId: 'streamSession',
  })
  async stream(
    @Param('id', { schema: Uuid }) id: string,
    @Query({ schema: EventQuery }) query: EventQuery,
    @Req() request: { readonly raw: object },
    @Headers('last-event-id') lastEventId?: string,
  ): Promise<StreamableFile> {
    await this.sessions.view(id);
    const since = lastEventId === undefined ? query.since : readSeq(lastEventId);
    const stream = new EventStream();
    const feed = this.feeds.watch(id, since, stream, askingOf(request.raw));
    stream.once('close', () => {
      this.feeds.unwatch(feed);
    });
    return new StreamableFile(stream, { type: 'text/event-stream' });
  }
}

function readSeq(lastEventId: string): number {
  if (/^\d{1,9}$/.test(lastEventId)) return Number(lastEventId);
  throw new AppError('malformed', 'STREAM.LAST_EVENT_ID', 'Last-Event-ID is a seq of this session');
}
