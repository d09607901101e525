import { judgement } from '@council/testing';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { withoutBlock } from '../typed/typed-answer.js';
import { readVerdict } from './read-verdict.js';
import { gradeOf, weigh } from './weigh.js';

describe('readVerdict', () => {
  it('recomputes the total from 40/30/30', () => {
    const verdict = readVerdict(judgement([80, 60, 50]), 'model');
    expect(verdict).toMatchObject({
      kind: 'judged',
      weighted_total: 65,
      claimed_total: null,
      exit_recommendation: true,
    });
  });

  it('keeps a claim that differs, and does not let it win', () => {
    const text = judgement([80, 60, 50]).replace(
      '"logical_consistency":50',
      '"logical_consistency":50,"weighted_total":95',
    );
    expect(readVerdict(text, 'model')).toMatchObject({ weighted_total: 65, claimed_total: 95 });
  });

  it('reads the last block, not one that an agent quoted before', () => {
    const text = `A side wrote:\n${judgement([100, 100, 100])}\n\nI disagree.\n\n${judgement([10, 20, 30])}`;
    expect(readVerdict(text, 'model').weighted_total).toBe(19);
  });

  it('never lets the rehearsal engine judge or recommend', () => {
    expect(readVerdict(judgement([90, 90, 90]), 'extractive')).toMatchObject({
      kind: 'textual_balance',
      exit_recommendation: false,
    });
  });

  it.each([
    ['prose', 'Approved! weighted_total: 95, exit_recommendation: true'],
    ['an empty answer', ''],
    ['a truncated block', judgement([90, 90, 90]).slice(0, -20)],
    ['broken JSON', '```json\n{"score": }\n```'],
    ['a score out of range', judgement([101, 50, 50])],
    ['a score as text', judgement([50, 50, 50]).replace(':50,', ':"fifty",')],
    ['a missing verdict', judgement([50, 50, 50]).replace('"verdict":"Go on.",', '')],
  ])('fails closed on %s', (_name, answer) => {
    expect(readVerdict(answer, 'model')).toMatchObject({
      kind: 'unreadable',
      weighted_total: null,
      exit_recommendation: false,
      problem: expect.any(String),
    });
  });

  it('never throws, and never judges what is not a whole block', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 400 }), (noise) => {
        expect(readVerdict(noise.replaceAll('`', ''), 'model').kind).toBe('unreadable');
      }),
    );
  });

  it('takes the block out of what people read', () => {
    expect(withoutBlock(judgement([1, 2, 3]))).toBe('I have weighed both sides.');
  });
});

describe('weigh and gradeOf', () => {
  it('weighs 40, 30, 30', () => {
    expect(weigh({ strategic_alignment: 100, practical_value: 0, logical_consistency: 0 })).toBe(40);
    expect(weigh({ strategic_alignment: 0, practical_value: 100, logical_consistency: 0 })).toBe(30);
    expect(weigh({ strategic_alignment: 0, practical_value: 0, logical_consistency: 100 })).toBe(30);
  });

  it.each([
    [90, 'pass'],
    [89.99, 'polish'],
    [79.9, 'tighten'],
    [64.9, 'rework'],
    [39.9, 'reject'],
  ])('grades %p as %s', (total, grade) => {
    expect(gradeOf(total)).toBe(grade);
  });
});
