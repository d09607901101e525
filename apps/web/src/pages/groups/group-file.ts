import { GroupDraft } from '@council/contracts';
import { z } from 'zod';
import type { Schemas } from '@/api/client';
import { withoutKeys } from '@/library/without-keys';

/** A group as a file. A field that it does not know is refused: what is mistyped would be lost in silence. */
export const GroupFileDraft = z.preprocess(
  withoutKeys('group_uuid', 'this_month', 'translations', 'created_at', 'updated_at'),
  GroupDraft.strict(),
);

/** The part of a group that is a person's to write. */
export function draftOf(group: Schemas['Group']): GroupDraft {
  const { name, icon, system_prompt, default_agent_uuids, monthly_budget_usd } = group;
  return { name, icon, system_prompt, default_agent_uuids, monthly_budget_usd };
}
