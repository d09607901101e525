import type { AuditKind, EventName, EventOf } from '@council/contracts';
import type { EntityManager } from 'typeorm';

/** What is kept of an event for those who ask later who did it. */
export interface AuditEntry {
  readonly who: string;
  readonly event: EventOf<AuditKind & EventName>;
}

/** Written in the append's transaction, and not deleted with the session. */
export async function projectAudit(
  manager: EntityManager,
  sessionUuid: string,
  entries: readonly AuditEntry[],
): Promise<void> {
  for (const { who, event } of entries) {
    await manager.query('INSERT INTO audit_log (who, what, session_uuid, detail) VALUES ($1, $2, $3, $4::jsonb)', [
      who.slice(0, 255),
      event.event,
      sessionUuid,
      JSON.stringify(event.data),
    ]);
  }
}
