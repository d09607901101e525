import { GraphDefinition } from '@council/contracts';
import { DEBATE } from '@council/testing';
import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { formOf, readTyped, type TypedAnswer } from './typed-answer.js';

const claims: TypedAnswer<{ claims: { text: string; lines: string }[] }> = {
  name: 'claims',
  description: 'The claims that can be checked.',
  schema: z.object({ claims: z.array(z.object({ text: z.string().min(1), lines: z.string() })) }),
};
const graph: TypedAnswer<GraphDefinition> = { name: 'graph', description: 'A graph.', schema: GraphDefinition };

describe('a typed answer of any kind', () => {
  it('has a form that goes over the wire as it is', () => {
    for (const form of [formOf(claims), formOf(graph)]) {
      expect(form.schema).toMatchObject({ type: 'object' });
      expect(JSON.parse(JSON.stringify(form))).toEqual(form);
    }
  });

  it('is read as a whole object, or from the last fence', () => {
    const value = { claims: [{ text: 'The copy takes a day.', lines: 'L3' }] };
    expect(readTyped(claims, JSON.stringify(value))).toEqual({ ok: true, value });
    expect(readTyped(graph, `Here:\n\`\`\`json\n${JSON.stringify(DEBATE)}\n\`\`\``)).toEqual({
      ok: true,
      value: DEBATE,
    });
  });

  it('names everything that is wrong, for the one repair', () => {
    const reading = readTyped(claims, '{"claims":[{"text":"","lines":3}]}');
    expect(reading).toMatchObject({ ok: false, problem: expect.stringMatching(/text[^]*lines/) });
    expect(readTyped(graph, '{"nodes":{}}')).toMatchObject({
      ok: false,
      problem: expect.stringContaining('start_node_id'),
    });
    expect(readTyped(claims, 'I claim: {"claims":[]}')).toMatchObject({ ok: false });
  });
});
