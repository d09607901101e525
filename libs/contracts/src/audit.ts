import { z } from 'zod';
import { EXAMPLE_IDS } from './example-ids.js';
import { EXAMPLE_JUSTIFICATION } from './example-session.js';
import { Timestamp, Uuid } from './text.js';

const EXAMPLE = {
  audit_uuid: '6e0d6f3a-3c51-4b7e-9d5f-0d8f4f3b2a10',
  at: '2026-11-24T10:04:48.000Z',
  who: 'user',
  what: 'session:unlocked',
  session_uuid: EXAMPLE_IDS.session,
  detail: { by: 'user', justification: EXAMPLE_JUSTIFICATION, checks: [] },
};

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
    example: EXAMPLE,
  });
export type AuditEntry = z.infer<typeof AuditEntry>;

export const AuditList = z
  .object({ items: z.array(AuditEntry), next_cursor: z.null() })
  .meta({ id: 'AuditList', example: { items: [EXAMPLE], next_cursor: null } });
export type AuditList = z.infer<typeof AuditList>;
