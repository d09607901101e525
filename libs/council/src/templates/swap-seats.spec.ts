import { graphOf } from '@council/testing';
import { describe, expect, it } from '@jest/globals';
import { swapSeats } from './swap-seats.js';

const [A, B, C] = ['a', 'b', 'c'].map((letter) => `${letter.repeat(8)}-0000-4000-8000-000000000000`) as [
  string,
  string,
  string,
];
const GRAPH = graphOf(
  {
    start: ['start', 'one', 'two'],
    one: ['agent', 'vote'],
    two: ['agent', 'vote'],
    vote: ['vote', 'end'],
    end: ['end'],
  },
  {
    one: { agent_id: A, fallback_agent_uuid: B },
    two: { agent_uuid: B, on_error: 'fail' },
    vote: { agent_uuids: [A, B] },
  },
);
const swapped = (seats: Parameters<typeof swapSeats>[1]) => {
  const { graph, issues } = swapSeats(GRAPH, seats);
  expect(issues).toEqual([]);
  return ['one', 'two', 'vote'].map((id) => graph.nodes[id]?.properties);
};

describe('swapSeats', () => {
  it('changes nothing when nothing is asked', () => {
    expect(swapSeats(GRAPH, {}).graph).toEqual(GRAPH);
  });

  it('puts another agent wherever one sits, and lets two change places', () => {
    expect(swapped({ [A]: C })).toEqual([
      { agent_id: C, fallback_agent_uuid: B },
      { agent_uuid: B, on_error: 'fail' },
      { agent_uuids: [C, B] },
    ]);
    expect(swapped({ [A]: B, [B.toUpperCase()]: A })).toEqual([
      { agent_id: B, fallback_agent_uuid: A },
      { agent_uuid: A, on_error: 'fail' },
      { agent_uuids: [B, A] },
    ]);
  });

  it('seats another one at a node, whoever sat there, and a list where people vote', () => {
    expect(swapped({ one: C, [A]: B, vote: [C, A, B] })).toEqual([
      { agent_uuid: C, fallback_agent_uuid: B },
      { agent_uuid: B, on_error: 'fail' },
      { agent_uuids: [C, A, B] },
    ]);
    expect(swapped({ vote: C })[2]).toEqual({ agent_uuids: [C] });
  });

  it('names what has no such seat', () => {
    const { issues } = swapSeats(GRAPH, { start: A, nobody: A, [C]: A, one: [A, B], [A]: [B, C] });
    expect(issues.map(({ path, code, message }) => [path, code, message])).toEqual([
      ['seats.start', 'TEMPLATE.SEAT', 'a node of kind "start" has no seat'],
      ['seats.nobody', 'TEMPLATE.SEAT', 'is neither a node of the template nor an agent that sits in it'],
      [`seats.${C}`, 'TEMPLATE.SEAT', 'is neither a node of the template nor an agent that sits in it'],
      ['seats.one', 'TEMPLATE.SEAT', 'takes one agent, not a list'],
      [`seats.${A}`, 'TEMPLATE.SEAT', 'takes one agent, not a list'],
    ]);
  });
});
