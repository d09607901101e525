import type { ReviewAction, ReviewRequested } from '@council/contracts';
import { sha256 } from '@council/kernel';
import type { NodeContext } from '../nodes/node-kind.js';
import { priorTurns } from '../session/prior-turns.js';
import { roundOf } from '../session/rounds.js';
import { withoutBlock } from '../typed/typed-answer.js';
import { reviewedDocument } from './reviewed-document.js';

interface Wanted {
  readonly timeout_minutes: number;
  readonly allow_skip: boolean;
  readonly actions: ReviewAction[];
  readonly show_score: boolean;
  readonly instructions: string;
}

/** Of each analysis its first paragraph: the whole stands in the transcript. */
const CONCLUSION_CHARACTERS = 600;

/** What a person is asked, and what they need to decide it. */
export function draftReview(context: NodeContext, wanted: Wanted): ReviewRequested {
  const { state, created, plan, id } = context;
  const { verdict } = state;
  const name = created.graph.nodes[id]?.name ?? '';
  return {
    review_uuid: reviewUuid(context),
    ...(name === '' ? {} : { name }),
    round: roundOf(state, plan, id) ?? 1,
    reason: 'Human review required',
    timeout: wanted.timeout_minutes,
    allow_skip: wanted.allow_skip,
    instructions: wanted.instructions,
    actions: wanted.actions,
    draft: {
      conclusions: conclusions(context),
      disagreements: (verdict?.disputes ?? []).map(({ topic, ruling, lines }) => ({ topic, ruling, lines })),
      actions: verdict?.orders.map(({ order, lines }) => ({ order, lines })) ?? [],
    },
    ...(wanted.show_score ? { score: verdict?.weighted_total ?? null } : {}),
    document: reviewedDocument(state, plan, id),
  };
}

function conclusions({ state, created, plan, id }: NodeContext): string[] {
  const { verdict } = state;
  const turns = priorTurns(state, created, plan, id).map(({ seat, content }) => `${seat}: ${firstParagraph(content)}`);
  return verdict === null || verdict.verdict === '' ? turns : [verdict.verdict, ...turns];
}

function firstParagraph(text: string): string {
  const paragraph =
    withoutBlock(text)
      .split(/\n\s*\n/)
      .find((part) => part.trim() !== '' && !part.startsWith('#')) ?? '';
  return paragraph.length <= CONCLUSION_CHARACTERS ? paragraph : `${paragraph.slice(0, CONCLUSION_CHARACTERS)}…`;
}

/** The same node asks anew in every round: each time under a name of its own, which follows from the log alone. */
function reviewUuid({ created, id, own }: NodeContext): string {
  const hash = sha256(`${created.session_uuid ?? created.seed}:review:${id}:${own.pass}`);
  const variant = ((Number.parseInt(hash.slice(16, 17), 16) & 0x3) | 0x8).toString(16);
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-8${hash.slice(13, 16)}-${variant}${hash.slice(17, 20)}-${hash.slice(20, 32)}`;
}
