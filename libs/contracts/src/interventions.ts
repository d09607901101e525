import { z } from 'zod';
import { EXAMPLE_IDS } from './example-ids.js';
import { EXAMPLE_DECISION } from './example-review.js';
import { EXAMPLE_JUSTIFICATION } from './example-session.js';
import { label, text, Uuid } from './text.js';

/** Something that a person says to the council while it works; every turn that begins later reads it. */
export const UserMessage = z
  .object({ content: label(20_000), by: label(128).optional() })
  .meta({ id: 'UserMessage', example: { content: 'The rota of January can still be changed until Friday.' } });
export type UserMessage = z.infer<typeof UserMessage>;

/** The reference's form of it over WebSocket. */
export const UserInput = UserMessage.extend({ session_uuid: Uuid.optional(), session_id: Uuid.optional() })
  .refine(({ session_uuid, session_id }) => (session_uuid ?? session_id) !== undefined, {
    path: ['session_uuid'],
    message: 'is required',
  })
  .transform(({ session_uuid, session_id, ...message }) => ({
    ...message,
    session_uuid: session_uuid ?? session_id ?? '',
  }));

/** Without `node_id`: every node that failed. */
export const RetryRequest = z
  .object({ node_id: text(64).min(1).optional() })
  .prefault({})
  .meta({ id: 'RetryRequest', example: { node_id: 'agent_negative' } });
export type RetryRequest = z.infer<typeof RetryRequest>;

/** What has to be confirmed to open a lock without writing a justification. */
export const SAFETY_CHECKS = ['cause_understood', 'cost_accepted', 'result_watched'] as const;

export const UnlockRequest = z
  .object({
    justification: text(4_000).optional(),
    checks: z.array(z.enum(SAFETY_CHECKS)).max(SAFETY_CHECKS.length).default([]),
    by: label(128).optional(),
  })
  .refine(
    ({ justification = '', checks }) =>
      justification.trim().length >= 20 || new Set(checks).size === SAFETY_CHECKS.length,
    {
      path: ['justification'],
      message: `write at least 20 characters why it may go on, or confirm all of ${SAFETY_CHECKS.join(', ')}`,
    },
  )
  .meta({ id: 'UnlockRequest', example: { justification: EXAMPLE_JUSTIFICATION } });
export type UnlockRequest = z.infer<typeof UnlockRequest>;

/** For a node that waits. */
export const SignalRequest = z
  .object({
    node_id: text(64).min(1),
    payload: z.unknown().refine((value) => value !== undefined && value !== null, { message: 'is required' }),
  })
  .meta({ id: 'SignalRequest', example: { node_id: 'human_review', payload: EXAMPLE_DECISION } });
export type SignalRequest = z.infer<typeof SignalRequest>;

const AcceptedStatus = z.enum(['said', 'started', 'signal_sent']);

/** The answer to one of the ways in which people step in. */
export const acceptedExample = (status: z.infer<typeof AcceptedStatus>) => ({
  session_uuid: EXAMPLE_IDS.session,
  status,
});

export const Accepted = z
  .object({ session_uuid: Uuid, status: AcceptedStatus })
  .meta({ id: 'Accepted', example: acceptedExample('started') });
export type Accepted = z.infer<typeof Accepted>;
