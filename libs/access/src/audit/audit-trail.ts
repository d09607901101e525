import type { AccessLog, AccessLogQuery } from '@council/contracts';
import { AppError } from '@council/kernel';
import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { MemoryRateCounter } from '../rates/rate-counter.js';

export interface Noted {
  /** Null: a stranger. */
  readonly who: string | null;
  readonly what: 'sign_in' | 'sign_out' | 'refused' | 'write' | 'keys:read';
  readonly detail: Readonly<Record<string, string | number | null>>;
}

/** What strangers may fill of the table; the log of the process has every one of their tries. */
const OF_STRANGERS = { perMinute: 60, burst: 60 };
const STRANGER = 'stranger';
const LIST = `
SELECT audit_uuid, at, who, what, session_uuid, detail,
  to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS exact
FROM audit_log
WHERE ($1::text IS NULL OR starts_with(what, $1))
  AND ($2::timestamptz IS NULL OR (at, audit_uuid) < ($2::timestamptz, $3::uuid))
ORDER BY at DESC, audit_uuid DESC LIMIT $4`;

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
  private readonly strangers = new MemoryRateCounter();
  private readonly writing = new Set<Promise<void>>();

  constructor(private readonly database: DataSource) {}

  async onModuleDestroy(): Promise<void> {
    await Promise.all(this.writing);
  }

  /** Nobody waits for it: a request is not held up, and does not fail, because it is noted. */
  note(noted: Noted): void {
    if (noted.what === 'refused') this.log.warn(`refused ${inWords(noted)}`);
    const writing = this.write(noted)
      .catch((error: unknown) => {
        this.log.error(`not noted: ${noted.what} ${inWords(noted)}: ${String(error)}`);
      })
      .finally(() => this.writing.delete(writing));
    this.writing.add(writing);
  }

  async list({ what, cursor, limit }: AccessLogQuery): Promise<AccessLog> {
    const [at = null, uuid = null] = cursor === undefined ? [] : readCursor(cursor);
    const rows = await this.database.query<Row[]>(LIST, [what ?? null, at, uuid, limit + 1]);
    const last = rows.length > limit ? rows[limit - 1] : undefined;
    return {
      items: rows.slice(0, limit).map(({ exact: _, ...row }) => ({ ...row, at: row.at.toISOString() })),
      next_cursor: last === undefined ? null : Buffer.from(`${last.exact} ${last.audit_uuid}`).toString('base64url'),
    };
  }

  private async write({ who, what, detail }: Noted): Promise<void> {
    if (who === null && what === 'refused' && !(await this.strangers.take(STRANGER, OF_STRANGERS)).isAllowed) return;
    await this.database.query('INSERT INTO audit_log (who, what, detail) VALUES ($1, $2, $3::jsonb)', [
      who ?? STRANGER,
      what,
      JSON.stringify(detail),
    ]);
  }
}

function inWords({ who, detail }: Noted): string {
  const words = Object.entries(detail).map(([name, value]) => `${name}=${String(value)}`);
  return [`who=${who ?? STRANGER}`, ...words].join(' ');
}

function readCursor(cursor: string): readonly [string, string] {
  const [, at, uuid] =
    /^([\d-]{10}T[\d:.]{15}Z) ([0-9a-f-]{36})$/.exec(Buffer.from(cursor, 'base64url').toString()) ?? [];
  if (at !== undefined && uuid !== undefined) return [at, uuid];
  throw new AppError('malformed', 'QUERY.CURSOR', 'the cursor is not one that this list gave');
}
