import type { LogEvent, SessionExport, SessionTimeline, Verification } from '@council/contracts';
import { buildReport, fold, isTerminal, timelineOf, verifyLog } from '@council/council-core';
import { AppError } from '@council/kernel';
import { Injectable } from '@nestjs/common';
import { type ChainedLog, SessionLogsRepository } from './session-logs.repository.js';

/** What can be said of a session from its log alone. */
@Injectable()
export class SessionLogs {
  constructor(private readonly logs: SessionLogsRepository) {}

  async verify(sessionUuid: string): Promise<Verification> {
    const { head, events } = await this.load(sessionUuid);
    return verifyLog(head, events);
  }

  /** Of a session that goes on: what there is until now, and no report. */
  async export(sessionUuid: string): Promise<SessionExport> {
    const { head, events } = await this.load(sessionUuid);
    const state = fold(events as readonly LogEvent[]);
    return {
      format: 'council-session/1',
      ...head,
      engine_version: state.created?.engine_version ?? 0,
      events: [...events],
      report: isTerminal(state.status) ? buildReport(state) : null,
    };
  }

  async timeline(sessionUuid: string): Promise<SessionTimeline> {
    const { events } = await this.load(sessionUuid);
    return { items: [...timelineOf(events as readonly LogEvent[])] };
  }

  /** Of every session there is, oldest first. */
  allIds(): Promise<readonly string[]> {
    return this.logs.allIds();
  }

  async load(sessionUuid: string): Promise<ChainedLog> {
    const log = await this.logs.read(sessionUuid);
    if (log === null) throw new AppError('not-found', 'SESSION.NOT_FOUND', 'there is no such session');
    return log;
  }
}
