import { z } from 'zod';
import { EXAMPLE_IDS } from './example-ids.js';
import { Budget, ExecuteRequest } from './sessions.js';
import { label, Uuid } from './text.js';

/**
 * From where a session is held again, and with what changed. Without `seq`: right before the first of the changed seats
 * had spoken, or from where the session stands. What was spoken before is kept, by changed seats too.
 */
export const ForkRequest = z
  .object({
    /** The last event that is kept, and all that was written together with it. */
    seq: z.int().min(1).max(2_147_483_647).optional(),
    /** Other models, by agent. */
    overrides: ExecuteRequest.shape.overrides,
    /** Other agents, by the node that they are to sit in. */
    agents: z.record(z.string().min(1).max(64), Uuid).default({}),
    /** Other personas, by agent. The agents themselves stay as they are. */
    prompts: z.record(Uuid, label(100_000)).default({}),
    /** Of what the fork itself spends. */
    budget: Budget.optional(),
    title: label(200).optional(),
  })
  .meta({
    id: 'ForkRequest',
    example: {
      seq: 12,
      overrides: {
        [EXAMPLE_IDS.chiefJustice]: { provider: 'openai', model: 'gpt-4o', temperature: 0.2 },
      },
      agents: { agent_affirmative: EXAMPLE_IDS.shopOwner },
      title: 'The same debate before another judge',
    },
  });
export type ForkRequest = z.infer<typeof ForkRequest>;

export const SessionForked = z
  .object({
    session_uuid: Uuid,
    status: z.literal('started'),
    forked_from: z.object({ session_uuid: Uuid, seq: z.int() }),
  })
  .meta({
    id: 'SessionForked',
    example: {
      session_uuid: 'b8d2a3de-9a0c-4a55-8d7d-6d3f1f2c9f10',
      status: 'started',
      forked_from: { session_uuid: EXAMPLE_IDS.session, seq: 12 },
    },
  });
export type SessionForked = z.infer<typeof SessionForked>;
