import { z } from 'zod';
import { RESULT_WORDS } from '../prompts/result-words.js';
import { pastVerdicts } from '../session/round-history.js';
import { JOINING } from './join.js';
import { append, completed, nodeKind, type NodeContext } from './node-kind.js';

/** Within a loop: hands on the last verdicts in full, and the older ones in one line each. It asks no model. */
export const ContextSynthProperties = z.strictObject({
  /** Verdicts that are kept in full. */
  max_recent_rounds: z.int().min(1).max(10).default(3),
  ...JOINING,
});

export const contextSynthKind = nodeKind({
  kind: 'context_synth',
  properties: ContextSynthProperties,
  exits: { min: 0, max: 64 },
  advance: (context) => {
    const { id } = context;
    return [append({ event: 'context:synthesised', node_id: id, data: synthesise(context) }, completed(id))];
  },
});

function synthesise({ state, created, plan, id, properties }: NodeContext<z.infer<typeof ContextSynthProperties>>) {
  const words = RESULT_WORDS[created.language];
  const loop = plan.loopsAround.get(id)?.[0];
  const past = loop === undefined ? [] : pastVerdicts(state, loop.id);
  const kept = past.slice(-properties.max_recent_rounds);
  const folded = past.slice(0, past.length - kept.length);
  const lines = folded.map(({ round, score, sentence }) => words.round(round, score, sentence));
  const whole = kept.map(({ round, score, sentence, text }) => `${words.round(round, score, sentence)}\n\n${text}`);
  return {
    text: [lines.join('\n'), ...whole].filter((part) => part !== '').join('\n\n'),
    kept: kept.length,
    folded: folded.length,
  };
}
