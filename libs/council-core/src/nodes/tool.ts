import { ToolName } from '@council/contracts';
import { z } from 'zod';
import type { CallToolEffect } from '../session/effects.js';
import { priorTurns } from '../session/prior-turns.js';
import { turnIdOf } from '../session/state.js';
import { FAILING, JOINING } from './join.js';
import { append, completed, nodeKind, type NodeContext } from './node-kind.js';

/**
 * Calls one tool with a given input. In its texts `{{document}}`, `{{objective}}` and `{{previous}}` stand for the
 * document under work, the session's objective, and what leads to the node.
 */
const ToolProperties = z.strictObject({
  tool: ToolName,
  input: z.record(z.string().max(64), z.union([z.string().max(100_000), z.number(), z.boolean()])).default({}),
  ...FAILING,
  ...JOINING,
});

export const toolKind = nodeKind({
  kind: 'tool',
  properties: ToolProperties,
  exits: { min: 0, max: 64 },
  advance: (context) => {
    const { own, id, properties } = context;
    if (own.result?.kind !== 'tool') return [callOf(context)];
    if (!own.result.isError) return [append(completed(id))];
    const error = { code: 'TOOL.FAILED', message: `${properties.tool}: ${own.result.output.slice(0, 500)}` };
    return [
      append(
        { event: 'error', node_id: id, data: { error: error.message, code: error.code } },
        { event: 'node_state_change', node_id: id, data: { status: 'failed', error } },
      ),
    ];
  },
});

function callOf(context: NodeContext<z.infer<typeof ToolProperties>>): CallToolEffect {
  const { state, created, id, node, properties } = context;
  const turnId = turnIdOf(state, id, id);
  return {
    type: 'call-tool',
    key: turnId,
    nodeId: id,
    seatId: id,
    turnId,
    agentId: null,
    author: node.name === '' ? id : node.name,
    call: { id: turnId, name: properties.tool, input: JSON.stringify(filled(context)) },
    tool: properties.tool,
    context: { language: created.language, document: state.document?.content ?? null, searchProvider: '' },
  };
}

function filled(context: NodeContext<z.infer<typeof ToolProperties>>): Record<string, unknown> {
  const { state, created, plan, id, properties } = context;
  const previous = priorTurns(state, created, plan, id).map(({ content }) => content);
  const values = {
    '{{document}}': state.document?.content ?? '',
    '{{objective}}': created.objective,
    '{{previous}}': previous.join('\n\n'),
  };
  const fill = (text: string): string =>
    text.replaceAll(/\{\{(?:document|objective|previous)\}\}/g, (place) => values[place as keyof typeof values]);
  return Object.fromEntries(
    Object.entries(properties.input).map(([key, value]) => [key, typeof value === 'string' ? fill(value) : value]),
  );
}
