import { DEBATE, graphOf } from '@council/testing';
import { describe, expect, it } from '@jest/globals';
import { complexityOf } from './complexity-of.js';

describe('complexityOf', () => {
  it('counts the turns of the seats, and structure for nothing', () => {
    expect(complexityOf(DEBATE)).toBe('simple');
    const five = ['a', 'b', 'c', 'd', 'e'].map((id) => [id, ['agent', 'end']] as const);
    expect(complexityOf(graphOf(Object.fromEntries(five)))).toBe('moderate');
  });

  it('counts every voter, a loop and a person', () => {
    const vote = graphOf({ v: ['vote', 'end'] }, { v: { agent_uuids: ['1', '2', '3', '4'] } });
    expect(complexityOf(vote)).toBe('simple');
    const withPerson = graphOf(
      { v: ['vote', 'p'], p: ['human_review', 'end'] },
      { v: { agent_uuids: ['1', '2', '3'] } },
    );
    expect(complexityOf(withPerson)).toBe('moderate');
    const rounds = graphOf({ l: ['loop'], m: ['loop'], p: ['human_review'], q: ['human_review'] });
    expect(complexityOf(rounds)).toBe('complex');
  });
});
