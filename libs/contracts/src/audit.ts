import { z } from 'zod';
import { Timestamp, Uuid } from './text.js';

export const AuditEntry = z
  .object({
    audit_uuid: Uuid,
    at: Timestamp,
    /** A name that a person gave, `user`, or `system`. */
    who: z.string(),
    /** The name of the event. */
    what: z.string(),
    session_uuid: z.string().nullable(),
    detail: z.record(z.string(), z.unknown()),
  })
  .meta({
    id: 'AuditEntry',
    example: {
      audit_uuid: '6e0d6f3a-3c51-4b7e-9d5f-0d8f4f3b2a10',
      at: '2026-11-24T10:00:00.000Z',
      who: 'user',
      what: 'session:unlocked',
      session_uuid: 'a5317f00-f528-5d43-a733-85c5b531a2e3',
      detail: { by: 'user', justification: 'The long table was meant to be that long.', checks: [] },
    },
  });
export type AuditEntry = z.infer<typeof AuditEntry>;

export const AuditList = z.object({ items: z.array(AuditEntry), next_cursor: z.null() }).meta({ id: 'AuditList' });
export type AuditList = z.infer<typeof AuditList>;
