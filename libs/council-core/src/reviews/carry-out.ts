import type { NewEvent, ReviewDecided } from '@council/contracts';
import { versionsOf } from '../files/session-files.js';
import { completed, type NodeContext } from '../nodes/node-kind.js';
import type { ReviewState } from '../session/state.js';

/** What a decision does, all in one append: the document goes where it says, and the node is done. */
export function carryOut(context: NodeContext, review: ReviewState, decision: ReviewDecided): readonly NewEvent[] {
  const { id } = context;
  const reviewer = decision.is_automatic ? 'automatic' : 'human';
  return [
    ...documentEvents(context, review, decision),
    { event: 'node_resumed', node_id: id, data: { review_action: decision.action, reviewer } },
    completed(id),
  ];
}

function documentEvents(
  { state, id }: NodeContext,
  { document }: ReviewState,
  { action, data, by, ...decided }: ReviewDecided,
): readonly NewEvent[] {
  if (document === null) return [];
  const person = decided.person === undefined ? {} : { person: decided.person };
  const { path, current, proposed, before_round } = document;
  const move = (version: number | null): readonly NewEvent[] =>
    version === null || version === state.document?.version
      ? []
      : [{ event: 'document:moved', node_id: id, data: { path, version, by, reason: action, ...person } }];
  switch (action) {
    case 'approve':
    case 'continue':
    case 'apply':
      return move(proposed);
    case 'rollback':
      return move(before_round);
    case 'modify': {
      const version = (versionsOf(state.files, path).at(-1)?.version ?? 0) + 1;
      const written = {
        path,
        version,
        content: data.modified_content ?? '',
        author: by,
        reason: 'review',
        base_version: proposed ?? current,
        is_proposed: true,
        ...person,
      };
      return [{ event: 'file:written', node_id: id, data: written }, ...move(version)];
    }
    case 'exit':
    case 'reject':
      return [];
  }
}
