import { DOCUMENT_PATH } from '@council/council-core';
import { LiveChannel } from '@council/dispatch';
import { PassageIndexer } from '@council/memory';
import { Injectable } from '@nestjs/common';

/** Has a session's document made searchable as soon as it is written; the session does not wait for it. */
@Injectable()
export class DocumentIndexing {
  constructor(live: LiveChannel, passages: PassageIndexer) {
    live.onEvents((sessionUuid, events) => {
      const isWritten = events.some((event) => event.event === 'file:written' && event.data.path === DOCUMENT_PATH);
      if (isWritten) passages.schedule(sessionUuid);
    });
  }
}
