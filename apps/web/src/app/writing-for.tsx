import type { ReactNode } from 'react';
import { useGroupWhyNot, useWhyNot } from '@/api/use-why-not';
import { Writing } from '@/ui/writing';

// Parts of their own, around what they close: when it is known who looks, what stands within is not drawn anew.

interface WritingForProps {
  readonly need: 'member' | 'admin';
  readonly children: ReactNode;
}

/** Where only those of this role and above may write. */
export function WritingFor({ need, children }: WritingForProps) {
  return <Writing whyNot={useWhyNot(need)}>{children}</Writing>;
}

interface WritingInGroupProps {
  /** The empty string: what belongs to no group. */
  readonly groupUuid: string;
  readonly deed: 'act' | 'own';
  readonly children: ReactNode;
}

/** Where only those may write whom a group lets do this. */
export function WritingInGroup({ groupUuid, deed, children }: WritingInGroupProps) {
  return <Writing whyNot={useGroupWhyNot(groupUuid, deed)}>{children}</Writing>;
}
