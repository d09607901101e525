import { describe, expect, it } from '@jest/globals';
import { checkReferences, readVerdict, SentenceEncoder, type Stance } from '@council/council-core';
import fc from 'fast-check';
import { REHEARSAL_NAME } from './engine-name.js';
import { EXAMPLES, exampleText, Rehearsal } from './played-debate.js';
import { RehearsalEngine } from './rehearsal-engine.js';

const STANCES: readonly Stance[] = ['affirmative', 'negative', 'adjudicator', 'other', 'summariser'];

describe.each(EXAMPLES)('a rehearsed debate on $name', ({ name, language, objective }) => {
  const brief = { document: exampleText(name), language, objective };

  it('quotes and places every sentence exactly', async () => {
    const { turns, references } = await new Rehearsal().debate(brief);
    expect(references.length).toBeGreaterThan(30);
    expect(references.filter(({ state }) => state !== 'verified')).toEqual([]);
    for (const { content } of turns) expect(checkReferences(content, brief.document).length).toBeGreaterThan(3);
  });

  it('says on the first line of each turn what it is', async () => {
    for (const { content } of (await new Rehearsal().debate(brief)).turns) {
      expect(content.split('\n')[0]).toContain(REHEARSAL_NAME[language]);
    }
  });

  it('ends in a block that can be read and recommends nothing', async () => {
    const { verdict, turns } = await new Rehearsal().debate(brief);
    expect(verdict).toMatchObject({ kind: 'textual_balance', exit_recommendation: false, claimed_total: null });
    expect(verdict.disputes.length).toBeGreaterThan(0);
    expect(verdict.orders.length).toBeGreaterThan(0);
    expect(turns[2]?.content).toContain('"exit_recommendation":false');
    for (const score of Object.values(verdict.scores ?? {})) expect(Number.isInteger(score)).toBe(true);
  });

  it('says the same again, with another engine and another seed', async () => {
    const [once, again] = [
      await new Rehearsal().debate(brief),
      await new Rehearsal().debate({ ...brief, seed: 'other' }),
    ];
    expect(again.turns).toEqual(once.turns);
  });

  it('has no figure of its own beside counts', async () => {
    const content = await new Rehearsal().say({ ...brief, stance: 'affirmative' });
    const own = content.replaceAll(/["“][^"“”]*["”]|\[Ref: [^\]]*\]/g, '').split('\n\n');
    expect(own.slice(2).join('\n')).not.toMatch(/\d/);
  });
});

describe('RehearsalEngine', () => {
  it('streams in pieces, and ends with an estimate', async () => {
    const chunks = await new Rehearsal().chunks({ document: exampleText('design-document'), stance: 'negative' });
    expect(chunks.filter(({ kind }) => kind === 'text').length).toBeGreaterThan(8);
    expect(chunks.at(-1)).toMatchObject({ kind: 'done', isEstimated: true, finishReason: 'stop' });
  });

  it('reads a document once for a whole session', async () => {
    const rehearsal = new Rehearsal();
    await rehearsal.debate({ document: exampleText('product-proposal'), objective: 'Is it safe?' });
    expect(rehearsal.encoder.encoded).toBeLessThan(120);
  });

  it('never asks the encoder about Chinese, and says so', async () => {
    const rehearsal = new Rehearsal();
    const { turns } = await rehearsal.debate({
      document: exampleText('proposal-zh'),
      language: 'zh',
      objective: '食品安全',
    });
    expect(rehearsal.encoder.encoded).toBe(0);
    for (const { content } of turns) expect(content).toContain('仅按共有词语计算');
    expect(await rehearsal.say({ document: exampleText('proposal-zh') })).toContain('shared words only');
  });

  it('says how much of a long document it weighed, and keeps the share of each side', async () => {
    const lines = Array.from({ length: 400 }, (_, index) =>
      index % 4 === 0
        ? `Option ${index} saves money for team ${index}.`
        : `Option ${index} fails, a loss for team ${index}.`,
    );
    const content = await new Rehearsal().say({ document: lines.join('\n') });
    expect(content).toContain('of 400 different sentences only 250');
    expect(content).toContain('63 read as a benefit, 187');
  });

  it.each([
    ['no document', null],
    ['an empty document', ''],
    ['headings only', '# One\n\n## Two\n'],
    ['code only', '```ts\nconst a = 1;\n```\n'],
    ['one word', 'Yes'],
  ])('stays honest about %s', async (_name, document) => {
    const { turns, references, verdict } = await new Rehearsal().debate({ document });
    expect(references).toEqual([]);
    for (const { content } of turns) expect(content).toMatch(/nothing to say|no sentence that can be quoted/);
    expect(verdict).toMatchObject({ kind: 'textual_balance', weighted_total: 50, disputes: [], orders: [] });
    expect(verdict.verdict).toContain('says nothing about it');
  });

  it.each([
    ['voter', { choice: 'abstain' }],
    ['scorer', { score: null }],
  ] as const)('has no ballot of its own, as %s, and says why', async (stance, ballot) => {
    const answer: unknown = JSON.parse(await new Rehearsal().say({ stance, document: 'The pump can fail.' }));
    expect(answer).toEqual({ ...ballot, reason: expect.stringContaining('No language model') });
  });

  it('names as claims what was quoted and holds a figure, word by word, and nothing else', async () => {
    const document = 'The pump fails 12 times a year.\n\nThe valve is safe.\n\nIt costs 900 euros a month.';
    const prior = [
      {
        node_id: 'n',
        seat: 'n',
        stance: 'other' as const,
        content:
          '"The pump fails 12 times a year" [Ref: L1] and "The valve is safe" [Ref: L3]; "It costs 9 euros" [Ref: L5]',
      },
    ];
    const say = async (turns: typeof prior): Promise<unknown> =>
      JSON.parse(await new Rehearsal().say({ stance: 'extractor', document, prior: turns }));
    expect(await say(prior)).toEqual({ claims: [{ claim: 'The pump fails 12 times a year.', lines: 'L1' }] });
    expect(await say([])).toEqual({ claims: [] });
  });

  it('makes do with one sentence', async () => {
    const { references, verdict } = await new Rehearsal().debate({ document: 'The pump can fail without a warning.' });
    expect(references.length).toBeGreaterThan(2);
    expect(references.every(({ state }) => state === 'verified')).toBe(true);
    expect(verdict.weighted_total).toBeLessThan(50);
    expect(verdict.orders).toEqual([{ order: expect.stringContaining('can fail without a warning'), lines: 'L1' }]);
  });

  it('counts only what the sides quoted in full weight, not what they made up', async () => {
    const document = 'The pump can fail without a warning.\n\nThe valve is safe and saves money.';
    const judge = async (content: string) => {
      const prior = [{ node_id: 'n', seat: 'n', stance: 'negative' as const, content }];
      return readVerdict(await new Rehearsal().say({ stance: 'adjudicator', document, prior }), 'extractive')
        .weighted_total;
    };
    const honest = await judge('It says "The valve is safe and saves money." [Ref: L3]');
    expect(honest).toBeGreaterThan((await judge('It says "The pump can fail" [Ref: L1]')) ?? 100);
    expect(await judge('"The valve is a miracle" [Ref: L3], [Ref: L9]')).toBe(await judge('Nothing to quote.'));
  });

  it('quotes whatever it is given so that the reference holds and the block can be read', async () => {
    const part = fc.constantFrom(
      'The plan saves money',
      ' and fails',
      'is a risk',
      '. ',
      '\n',
      '\n\n',
      '"',
      '“',
      '”',
      '```',
      '```json\n{}\n```',
      '\n- ',
      '\n> ',
      '[Ref: L1]',
      '[Line 2]',
      '**',
      '`',
      '|',
      '# ',
      '\u0000',
      '\ud800',
      '平台能够提高效率',
      '。',
      '风险很大',
      '？',
      ' \t',
      '1. ',
      '---\n',
      'x'.repeat(450),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(part, { maxLength: 40 }), fc.constantFrom('en', 'zh'), async (parts, language) => {
        const { references, verdict } = await new Rehearsal().debate({ document: parts.join(''), language });
        expect(references.filter(({ state }) => state !== 'verified')).toEqual([]);
        expect(verdict.problem).toBeNull();
      }),
      { numRuns: 150, seed: 7 },
    );
  });

  it.each(STANCES)('stops when it is told to, as %s', async (stance) => {
    const rehearsal = new Rehearsal();
    const controller = new AbortController();
    const request = {
      provider: 'rehearsal',
      model: 'extractive',
      messages: [],
      signal: controller.signal,
      brief: {
        stance,
        seat: 's',
        language: 'en',
        objective: '',
        document: exampleText('design-document'),
        prior: [],
        seed: 's',
      },
    } as const;
    const spoken: string[] = [];
    const run = async (): Promise<void> => {
      for await (const chunk of rehearsal.engine.stream(request)) {
        spoken.push(chunk.kind);
        controller.abort();
      }
    };
    await expect(run()).rejects.toMatchObject({ name: 'ModelCallError', code: 'MODEL.ABORTED' });
    expect(spoken).toEqual(['text']);
  });

  it('stops while the encoder is still at work, and reads anew afterwards', async () => {
    class StuckEncoder extends SentenceEncoder {
      override encode(): Promise<readonly Float32Array[]> {
        controller.abort();
        return new Promise(() => undefined);
      }
    }
    const controller = new AbortController();
    const brief = {
      stance: 'other',
      seat: 's',
      language: 'en',
      objective: '',
      document: 'We save a lot of money.',
      prior: [],
      seed: 's',
    } as const;
    const run = async (): Promise<void> => {
      const request = { provider: 'r', model: 'm', messages: [], brief, signal: controller.signal };
      for await (const chunk of new RehearsalEngine(new StuckEncoder()).stream(request))
        expect(chunk.kind).toBe('text');
    };
    await expect(run()).rejects.toMatchObject({ code: 'MODEL.ABORTED' });
  });

  it('says that its encoder failed', async () => {
    class BrokenEncoder extends SentenceEncoder {
      override async encode(): Promise<readonly Float32Array[]> {
        throw new Error('no weights');
      }
    }
    const brief = {
      stance: 'other',
      seat: 's',
      language: 'en',
      objective: '',
      document: 'We save a lot of money.',
      prior: [],
      seed: 's',
    } as const;
    const run = async (): Promise<void> => {
      const request = { provider: 'r', model: 'm', messages: [], brief, signal: new AbortController().signal };
      for await (const chunk of new RehearsalEngine(new BrokenEncoder()).stream(request))
        expect(chunk.kind).toBe('text');
    };
    await expect(run()).rejects.toMatchObject({
      code: 'REHEARSAL.UNREADABLE',
      message: 'The rehearsal could not read the document: no weights',
    });
  });
});
