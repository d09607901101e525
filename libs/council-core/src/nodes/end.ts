import type { NewEvent } from '@council/contracts';
import { sha256 } from '@council/kernel';
import { z } from 'zod';
import { buildReport } from '../report/build-report.js';
import { renderReport } from '../report/render-report.js';
import { seatIdOf, seatState, type SessionState } from '../session/state.js';
import { turnEffects } from '../session/turn-effects.js';
import { JOINING } from './join.js';
import { append, completed, nodeKind } from './node-kind.js';

/**
 * Makes the report from the log. It needs no model; naming a `model` or a `system_prompt` adds a closing synthesis at
 * the report's head, spoken by that model (or by the model of the seat that feeds this node).
 */
export const EndProperties = z.strictObject({
  model: z.string().min(1).max(128).optional(),
  provider: z.string().min(1).max(64).optional(),
  system_prompt: z.string().min(1).max(20_000).optional(),
  /** The older name of `system_prompt` in the reference's guide. */
  summary_prompt: z.string().min(1).max(20_000).optional(),
  ...JOINING,
});

/** It is done once its synthesis, where one is wanted, has been spoken or has failed: the report can go without. */
export const endKind = nodeKind({
  kind: 'end',
  properties: EndProperties,
  exits: { min: 0, max: 0 },
  advance: (context) => {
    const { state, id, seats, properties } = context;
    const waiting = seats.filter((seat) => {
      const { turn, error } = seatState(state, seatIdOf(seat));
      return turn === null && error === null;
    });
    if (waiting.length === 0) return [append(...reportEvents(state, id))];
    const systemPrompt = properties.system_prompt ?? properties.summary_prompt;
    return waiting.flatMap((seat) =>
      turnEffects(context, seat, { stance: 'summariser', isWholeNode: false, systemPrompt }),
    );
  },
});

export function reportEvents(state: SessionState, nodeId: string): readonly NewEvent[] {
  const markdown = renderReport(buildReport(state));
  return [
    { event: 'report:ready', node_id: nodeId, data: { sha256: sha256(markdown), characters: markdown.length } },
    completed(nodeId),
  ];
}
