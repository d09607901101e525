import { type Principal, seenSessions } from '@council/access';
import type { Ledger, LogEvent, Report, SessionView } from '@council/contracts';
import { buildReport, EventStore, fold, isTerminal, ledgerOf, renderReport } from '@council/council-core';
import { AppError } from '@council/kernel';
import { Injectable } from '@nestjs/common';
import { ReviewsRepository } from './reviews/reviews.repository.js';
import type { SessionEntity } from './session.entity.js';
import { viewSession } from './session-view.js';
import { type SessionFilter, SessionsRepository } from './sessions.repository.js';

export interface Page<Item> {
  readonly items: readonly Item[];
  readonly next_cursor: string | null;
}

export interface MessageView {
  readonly message_uuid: string;
  readonly seq: number;
  readonly node_id: string;
  readonly agent_uuid: string | null;
  readonly agent_name: string;
  readonly content: string;
  readonly references: readonly unknown[];
  readonly token_count: number;
  readonly created_at: string;
}

/** Readings of the log and its projections. */
@Injectable()
export class SessionReader {
  constructor(
    private readonly sessions: SessionsRepository,
    private readonly store: EventStore,
    private readonly reviews: ReviewsRepository,
  ) {}

  async view(sessionUuid: string): Promise<SessionView> {
    const session = await this.load(sessionUuid);
    return viewSession(session, await this.reviews.ofSessions([sessionUuid]));
  }

  async list(
    filter: Omit<SessionFilter, 'after' | 'seen'> & { readonly cursor?: string },
    who: Principal,
  ): Promise<Page<SessionView>> {
    const after = filter.cursor === undefined ? undefined : decodeCursor(filter.cursor);
    const rows = await this.sessions.list({ ...filter, after, seen: seenSessions(who, 's') });
    const page = rows.slice(0, filter.limit);
    const last = page.at(-1);
    const waiting = await this.reviews.ofSessions(page.map(({ session_uuid }) => session_uuid));
    const hasMore = rows.length > filter.limit && last !== undefined;
    return {
      items: page.map((row) =>
        viewSession(
          row,
          waiting.filter((review) => review.session_uuid === row.session_uuid),
        ),
      ),
      next_cursor: hasMore
        ? encodeCursor(await this.sessions.exactCreationTime(last.session_uuid), last.session_uuid)
        : null,
    };
  }

  async messages(sessionUuid: string, afterSeq: number, limit: number): Promise<Page<MessageView>> {
    await this.load(sessionUuid);
    const rows = await this.sessions.listMessages(sessionUuid, afterSeq, limit);
    const page = rows.slice(0, limit);
    return {
      items: page.map(
        ({
          message_uuid,
          seq,
          node_id,
          agent_uuid,
          agent_name,
          content,
          message_references,
          token_count,
          created_at,
        }) => ({
          message_uuid,
          seq,
          node_id,
          agent_uuid,
          agent_name,
          content,
          references: message_references,
          token_count,
          created_at: created_at.toISOString(),
        }),
      ),
      next_cursor: rows.length > limit ? String(page.at(-1)?.seq ?? afterSeq) : null,
    };
  }

  async events(
    sessionUuid: string,
    since: number,
    limit: number,
  ): Promise<{ events: readonly LogEvent[]; last_seq: number }> {
    const { last_seq } = await this.load(sessionUuid);
    return { events: await this.store.read(sessionUuid, since, limit), last_seq };
  }

  /** While the session runs: what has been settled until now. */
  async ledger(sessionUuid: string): Promise<Ledger> {
    await this.load(sessionUuid);
    return ledgerOf(await this.store.read(sessionUuid));
  }

  async report(sessionUuid: string): Promise<Report> {
    const { status, title } = await this.load(sessionUuid);
    if (!isTerminal(status)) {
      throw new AppError('conflict', 'REPORT.NOT_READY', `the session is ${status}: its report is made when it ends`);
    }
    return { ...buildReport(fold(await this.store.read(sessionUuid))), title };
  }

  async reportMarkdown(sessionUuid: string): Promise<string> {
    return renderReport(await this.report(sessionUuid));
  }

  /** The name is for those who look for it: the log keeps the one with which it began. */
  async rename(sessionUuid: string, title: string): Promise<SessionView> {
    if (!(await this.sessions.rename(sessionUuid, title))) throw unknownSession();
    return this.view(sessionUuid);
  }

  async remove(sessionUuid: string): Promise<void> {
    await this.load(sessionUuid);
    if (await this.sessions.deleteIdle(sessionUuid)) return;
    throw new AppError('conflict', 'SESSION.RUNNING', 'the session is running: stop it first');
  }

  private async load(sessionUuid: string): Promise<SessionEntity> {
    const session = await this.sessions.find(sessionUuid);
    if (session === null) throw unknownSession();
    return session;
  }
}

const unknownSession = (): AppError => new AppError('not-found', 'SESSION.NOT_FOUND', 'there is no such session');

const encodeCursor = (at: string, id: string): string => Buffer.from(`${at} ${id}`).toString('base64url');

function decodeCursor(cursor: string): NonNullable<SessionFilter['after']> {
  const match = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z) ([0-9a-f-]{36})$/.exec(
    Buffer.from(cursor, 'base64url').toString(),
  );
  if (match?.[1] === undefined || match[2] === undefined) {
    throw new AppError('malformed', 'QUERY.CURSOR', 'the cursor is not one that this list gave');
  }
  return { created_at: match[1], session_uuid: match[2] };
}
