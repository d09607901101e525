import type { EventOf, SeatSnapshot, SessionCreated } from '@council/contracts';
import type { ChatBrief, ChatMessage, ChatRequest, PriorTurn, Stance } from '../ports/chat-model.js';
import { fence, numberLines } from './fence.js';
import type { RoundHistory } from '../session/round-history.js';
import { HOUSE_RULES, TASKS } from './house-rules.js';

export interface TurnContext {
  readonly created: SessionCreated;
  readonly seat: SeatSnapshot;
  readonly stance: Stance;
  /** The version of the document that this turn reads. */
  readonly document: { readonly path: string; readonly version: number; readonly content: string } | null;
  /** In the order of the graph's edges, never of completion. */
  readonly prior: readonly PriorTurn[];
  /** What happened in the rounds before; null: there were none. */
  readonly rounds?: RoundHistory | null;
  /** What people have said while the council worked. */
  readonly userMessages?: readonly EventOf<'user:message'>['data'][];
  /** Replaces the persona where a node speaks without an agent. */
  readonly systemPrompt?: string;
  /** What the node asks, beside the task of the stance. */
  readonly question?: string;
}

/** The whole request of one turn: a pure function of the log, so that the same log asks the same question. */
export function composeTurn(context: TurnContext): Omit<ChatRequest, 'signal'> {
  const { seat, created } = context;
  const config: Partial<NonNullable<SeatSnapshot['agent']>['model_config']> | undefined =
    seat.agent?.model_config ?? seat.manner;
  return {
    provider: seat.used.provider,
    model: seat.used.model,
    temperature: config?.temperature,
    topP: config?.top_p,
    maxTokens: config?.max_tokens,
    messages: [
      { role: 'system', content: systemText(context) },
      { role: 'user', content: userText(context) },
    ] satisfies ChatMessage[],
    brief: {
      stance: context.stance,
      seat: seat.name,
      language: created.language,
      objective: created.objective,
      document: context.document?.content ?? null,
      prior: context.prior,
      ...(context.question === undefined ? {} : { question: context.question }),
      seed: created.seed,
    } satisfies ChatBrief,
  };
}

function systemText({ created, seat, systemPrompt }: TurnContext): string {
  const parts = [
    created.group?.constitution,
    systemPrompt ?? seat.agent?.persona_prompt,
    HOUSE_RULES[created.language],
  ];
  return parts.filter((part) => part !== undefined && part.trim() !== '').join('\n\n');
}

function userText({
  created,
  document,
  prior,
  stance,
  rounds = null,
  userMessages = [],
  question,
}: TurnContext): string {
  const { seed, language } = created;
  const parts = [
    created.objective === '' ? null : fence('optimization_objective', created.objective, seed),
    document === null
      ? null
      : fence('document', numberLines(document.content), seed, {
          path: document.path,
          version: String(document.version),
        }),
    created.proposal === null ? null : fence('proposal', created.proposal, seed),
    created.context === null ? null : fence('combined_context', created.context, seed),
    rounds === null ? null : fence('rounds_before', rounds.lines.join('\n'), seed, { round: String(rounds.round) }),
    ...prior.map((turn) =>
      fence('analysis', turn.content, seed, { seat: turn.seat, side: turn.stance, node: turn.node_id }),
    ),
    ...userMessages.map(({ content, message_id }) => fence('user_message', content, seed, { message: message_id })),
    question === undefined ? null : fence('question', question, seed),
    rounds?.instruction ?? null,
    TASKS[language][stance],
  ];
  return parts.filter((part) => part !== null).join('\n\n');
}
