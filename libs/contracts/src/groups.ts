import { z } from 'zod';
import { EXAMPLE_IDS } from './example-ids.js';
import { label, text, Timestamp, Uuid } from './text.js';
import { translations } from './translations.js';

const EXAMPLE = {
  name: 'Support',
  icon: '☎️',
  system_prompt: 'Whoever proposes a change says who has to work for it, and when.',
  default_agent_uuids: [EXAMPLE_IDS.shopOwner, EXAMPLE_IDS.riskAuditor, EXAMPLE_IDS.chiefJustice],
  monthly_budget_usd: 20,
};

export const GroupDraft = z
  .object({
    name: label(128),
    icon: text(256)
      .nullish()
      .transform((value) => value ?? null),
    /** The constitution that every agent of the group is bound by. */
    system_prompt: text(100_000)
      .nullish()
      .transform((value) => value ?? null),
    /** 1 to 9 members when given, in their order; a group may also be empty until members are chosen. */
    default_agent_uuids: z
      .array(Uuid)
      .max(9)
      .refine((ids) => new Set(ids).size === ids.length, { message: 'names an agent twice' })
      .default([]),
    /** USD that all sessions of the group together may use in a calendar month (UTC). Null: no limit. Absent: as it was. */
    monthly_budget_usd: z.number().min(0).max(1_000_000).nullish(),
  })
  .meta({ id: 'GroupDraft', example: EXAMPLE });
export type GroupDraft = z.infer<typeof GroupDraft>;

/** USD. What is held is put aside for calls in flight, or waits for the next of them; it is not spent yet. */
export const MonthSpend = z.object({ month: z.string(), spent_usd: z.number(), held_usd: z.number() });
export type MonthSpend = z.infer<typeof MonthSpend>;

export const GroupTranslations = translations({ name: z.string().optional(), system_prompt: z.string().optional() });
export type GroupTranslations = z.infer<typeof GroupTranslations>;

export const Group = z
  .object({
    group_uuid: Uuid,
    name: z.string(),
    icon: z.string().nullable(),
    system_prompt: z.string().nullable(),
    default_agent_uuids: z.array(Uuid),
    monthly_budget_usd: z.number().nullable(),
    this_month: MonthSpend,
    translations: GroupTranslations,
    created_at: Timestamp,
    updated_at: Timestamp,
  })
  .meta({
    id: 'Group',
    example: {
      group_uuid: EXAMPLE_IDS.group,
      ...EXAMPLE,
      this_month: { month: '2026-11', spent_usd: 1.42, held_usd: 0.03 },
      translations: { zh: { name: '客户支持', system_prompt: '提出改动的人，要说明由谁、在何时为此工作。' } },
      created_at: '2026-11-23T16:24:00.000Z',
      updated_at: '2026-11-23T16:24:00.000Z',
    },
  });
export type Group = z.infer<typeof Group>;
