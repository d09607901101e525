import { describe, expect, it } from '@jest/globals';
import type { Reading } from '../reading/reading.js';
import type { Leaning, Statement } from '../reading/statement.js';
import { balanceOf } from './balance.js';
import { rebuttalOf } from './rebuttal.js';

const NEAR: Readonly<Record<string, number>> = { '0-1': 0.6, '0-2': 0.9, '0-3': 0.8, '0-4': 0.5 };

function statement(index: number, leaning: Leaning, topics: readonly string[]): Statement {
  const quotation = {
    words: `S${index}`,
    firstLine: index + 1,
    lastLine: index + 1,
    isCutBefore: false,
    isCutBehind: false,
  };
  const stance = leaning === 'benefit' ? 0.5 : -0.5;
  return {
    index,
    leaning,
    stance,
    quotation,
    text: `S${index}`,
    topics: new Set(topics),
    importance: 1,
    hasFigure: true,
    isQuestion: false,
  };
}

function readingOf(statements: readonly Statement[], counts: readonly (readonly [string, number])[]): Reading {
  const between = (a: number, b: number): number => NEAR[`${Math.min(a, b)}-${Math.max(a, b)}`] ?? 0;
  const closeness = { edge: 0.35, answer: 0.55, between, to: async () => statements.map(() => 0) };
  return { language: 'en', statements, found: statements.length, closeness, topicCounts: new Map(counts) };
}

describe('rebuttalOf', () => {
  const risk = statement(0, 'risk', ['lock', 'ledger']);

  it('takes the nearest of the other side that is about the same', () => {
    const all = [
      risk,
      statement(1, 'benefit', ['lock']),
      statement(2, 'benefit', ['price']),
      statement(3, 'risk', ['lock']),
    ];
    expect(rebuttalOf(readingOf(all, [['lock', 2]]), risk)?.index).toBe(1);
  });

  it.each([
    ['what is too far', statement(4, 'benefit', ['lock']), 1],
    ['what is near and about something else', statement(2, 'benefit', ['price']), 1],
    ['what shares only a topic that is everywhere', statement(1, 'benefit', ['lock']), 50],
  ])('leaves a risk unanswered by %s', (_name, candidate, count) => {
    expect(rebuttalOf(readingOf([risk, candidate], [['lock', count]]), risk)).toBeNull();
  });
});

describe('balanceOf', () => {
  const [benefit, risk] = [statement(0, 'benefit', []), statement(1, 'risk', [])];
  const never = (): boolean => false;

  it('is in the middle with nothing to weigh, and with the same on both sides', () => {
    expect(balanceOf([], [], null, never).practical_value).toBe(50);
    expect(balanceOf([benefit, risk], [benefit, risk], null, never).practical_value).toBe(50);
  });

  it('counts by the formula of docs/rehearsal.md', () => {
    // Benefit 0.5, risk 0.5 / 3, pull 0.5: 100 * (0.5 + 0.25) / (0.5 + 0.1667 + 0.5) = 64.3
    expect(balanceOf([benefit, risk], [benefit], null, never).practical_value).toBe(64);
    // The risk is answered, and counts half: 100 * 0.75 / (1 + 0.25) = 60
    expect(balanceOf([benefit, risk], [benefit, risk], null, (one) => one === risk).logical_consistency).toBe(60);
    // The objective is near to the risk alone: 100 * (0.125 + 0.25) / (0.125 + 0.5 + 0.5) = 33.3
    expect(balanceOf([benefit, risk], [benefit, risk], [0, 1], never).strategic_alignment).toBe(33);
  });
});
