import { EventQuery, type Frame, Uuid } from '@council/contracts';
import { AppError } from '@council/kernel';
import { Controller, Headers, type MessageEvent, Param, Query, Sse, UseGuards } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Observable } from 'rxjs';
import { Feeds } from './feeds.service.js';
import { SessionExists } from './session-exists.guard.js';

/** The frames of the WebSocket as server-sent events: no `event:` field, `id:` (the seq) on durable frames only. */
@ApiTags('sessions')
@Controller('api/v1/sessions')
export class StreamController {
  constructor(private readonly feeds: Feeds) {}

  @Sse(':id/stream')
  @UseGuards(SessionExists)
  @ApiOperation({
    summary: 'Watch a session; comes back with Last-Event-ID where it stood',
    operationId: 'streamSession',
  })
  stream(
    @Param('id', { schema: Uuid }) id: string,
    @Query({ schema: EventQuery }) query: EventQuery,
    @Headers('last-event-id') lastEventId?: string,
  ): Observable<MessageEvent> {
    const since = lastEventId === undefined ? query.since : readSeq(lastEventId);
    return new Observable<MessageEvent>((subscriber) => {
      const send = (frame: Frame, seq: number | null): void => {
        subscriber.next({ data: frame, ...(seq === null ? {} : { id: String(seq) }) });
      };
      const feed = this.feeds.watch(id, since, { send, isBusy: () => false });
      return () => {
        this.feeds.unwatch(feed);
      };
    });
  }
}

function readSeq(lastEventId: string): number {
  if (/^\d{1,9}$/.test(lastEventId)) return Number(lastEventId);
  throw new AppError('malformed', 'STREAM.LAST_EVENT_ID', 'Last-Event-ID is a seq of this session');
}
