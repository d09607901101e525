import { turnEffects } from '../session/turn-effects.js';
import { AgentProperties } from './agent-properties.js';
import { nodeKind } from './node-kind.js';
import { stanceOf } from './stance.js';

export const agentKind = nodeKind({
  kind: 'agent',
  properties: AgentProperties,
  exits: { min: 0, max: 64 },
  advance: (context) => {
    const { properties, seats, created, id } = context;
    return seats.flatMap((seat) =>
      turnEffects(context, seat, {
        stance: stanceOf(created.graph, id),
        isWholeNode: true,
        maxToolTurns: properties.max_tool_turns,
        timeoutSeconds: properties.timeout_seconds,
        retries: properties.retries,
      }),
    );
  },
});
