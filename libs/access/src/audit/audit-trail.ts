import type { AccessLog, AccessLogQuery, AuditKind } from '@council/contracts';
import { AppError } from '@council/kernel';
import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { MemoryRateCounter } from '../rates/rate-counter.js';
import { type Detail, inWords, sayRefused, STRANGER } from './refusal-line.js';

export interface Noted {
  /** Null: a stranger. */
  readonly who: string | null;
  /** The other kinds are written by the logs of sessions. */
  readonly what: Exclude<AuditKind, 'circuit_breaker:tripped' | 'session:unlocked'>;
  readonly detail: Detail;
}

/** What strangers may fill of the table; the log of the process has every one of their tries. */
const OF_STRANGERS = { perMinute: 60, burst: 60 };
/** And somebody who asks too often: each row costs what the limit was to save. What else they do is held by the limit. */
const OF_TOO_OFTEN = { perMinute: 10, burst: 10 };
const LIST = `
SELECT audit_uuid, at, who, what, session_uuid, detail,
  to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS exact
FROM audit_log
WHERE ($1::text IS NULL OR starts_with(what, $1))
  AND ($2::timestamptz IS NULL OR (at, audit_uuid) < ($2::timestamptz, $3::uuid))
  AND ($4::text IS NULL OR who = $4)
  AND ($5::timestamptz IS NULL OR at >= $5)
  AND ($6::timestamptz IS NULL OR at < $6)
ORDER BY at DESC, audit_uuid DESC LIMIT $7`;

interface Row {
  readonly audit_uuid: string;
  readonly at: Date;
  readonly who: string;
  readonly what: string;
  readonly session_uuid: string | null;
  readonly detail: Record<string, unknown>;
  /** A Date keeps only milliseconds, a cursor needs the rest. */
  readonly exact: string;
}

/** Who came, who was refused, who wrote. Beside what sessions note themselves: who opened their locks. */
@Injectable()
export class AuditTrail implements OnModuleDestroy {
  private readonly log = new Logger('access');
  private readonly refusals = new MemoryRateCounter();
  private readonly writing = new Set<Promise<void>>();

  constructor(private readonly database: DataSource) {}

  async onModuleDestroy(): Promise<void> {
    await Promise.all(this.writing);
  }

  /** Nobody waits for it: a request is not held up, and does not fail, because it is noted. */
  note(noted: Noted): void {
    if (noted.what === 'refused') sayRefused(noted.who, noted.detail);
    const writing = this.write(noted)
      .catch((error: unknown) => {
        this.log.error(`not noted: ${noted.what} ${inWords(noted.who, noted.detail)}: ${String(error)}`);
      })
      .finally(() => this.writing.delete(writing));
    this.writing.add(writing);
  }

  async list({ what, who, since, until, cursor, limit }: AccessLogQuery): Promise<AccessLog> {
    const [at = null, uuid = null] = cursor === undefined ? [] : readCursor(cursor);
    const filter = [what ?? null, at, uuid, who ?? null, since ?? null, until ?? null];
    const rows = await this.database.query<Row[]>(LIST, [...filter, limit + 1]);
    const last = rows.length > limit ? rows[limit - 1] : undefined;
    return {
      items: rows.slice(0, limit).map(({ exact: _, ...row }) => ({ ...row, at: row.at.toISOString() })),
      next_cursor: last === undefined ? null : Buffer.from(`${last.exact} ${last.audit_uuid}`).toString('base64url'),
    };
  }

  private async isKept(who: string | null, { code }: Detail): Promise<boolean> {
    if (who === null) return (await this.refusals.take(STRANGER, OF_STRANGERS)).isAllowed;
    return code !== 'REQUEST.RATE' || (await this.refusals.take(`user ${who}`, OF_TOO_OFTEN)).isAllowed;
  }

  private async write({ who, what, detail }: Noted): Promise<void> {
    if (what === 'refused' && !(await this.isKept(who, detail))) return;
    await this.database.query('INSERT INTO audit_log (who, what, detail) VALUES ($1, $2, $3::jsonb)', [
      who ?? STRANGER,
      what,
      JSON.stringify(detail),
    ]);
  }
}

function readCursor(cursor: string): readonly [string, string] {
  const [, at, uuid] =
    /^([\d-]{10}T[\d:.]{15}Z) ([0-9a-f-]{36})$/.exec(Buffer.from(cursor, 'base64url').toString()) ?? [];
  if (at !== undefined && uuid !== undefined) return [at, uuid];
  throw new AppError('malformed', 'QUERY.CURSOR', 'the cursor is not one that this list gave');
}
