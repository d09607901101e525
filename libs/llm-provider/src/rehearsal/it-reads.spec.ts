import { describe, expect, it } from '@jest/globals';
import { gradeOf } from '@council/council-core';
import { EXAMPLES, exampleText, Rehearsal } from './played-debate.js';
import { readDocument } from './reading/read-document.js';
import { weightOf } from './weighing/balance.js';

const quotesOf = async (document: string): Promise<ReadonlySet<string>> => {
  const { references } = await new Rehearsal().debate({ document });
  return new Set(references.map(({ quote }) => quote ?? ''));
};

/** The words of the three heaviest risks of a document, all of which can be found in it. */
async function threeRiskiest(rehearsal: Rehearsal, document: string): Promise<readonly string[]> {
  const { statements } = await readDocument(document, rehearsal.encoder, new AbortController().signal);
  return statements
    .filter(({ leaning }) => leaning === 'risk')
    .sort((a, b) => weightOf(b) - weightOf(a))
    .slice(0, 3)
    .map(({ quotation }) => quotation.words);
}

const paragraphsOf = (document: string): readonly string[] => document.trim().split(/\n{2,}/);

/** Paragraphs in another order, the same one every time. */
function shuffled(document: string, step: number): string {
  const place = new Map(paragraphsOf(document).map((paragraph, index) => [paragraph, ((index + 1) * step) % 211]));
  return paragraphsOf(document)
    .toSorted((a, b) => (place.get(a) ?? 0) - (place.get(b) ?? 0))
    .join('\n\n');
}

describe.each(EXAMPLES)('proof that it reads $name', ({ name, language, objective }) => {
  const document = exampleText(name);
  const totalOf = async (text: string): Promise<number> => {
    const { verdict } = await new Rehearsal().debate({ document: text, language, objective });
    return verdict.weighted_total ?? NaN;
  };

  it('weighs a document better without its three riskiest sentences', async () => {
    const risks = await threeRiskiest(new Rehearsal(), document);
    expect(risks).toHaveLength(3);
    expect(risks.every((words) => document.includes(words))).toBe(true);
    const without = risks.reduce((text, words) => text.replace(words, ''), document);
    expect(await totalOf(without)).toBeGreaterThan(await totalOf(document));
  });

  it('says something else about another document', async () => {
    const own = await quotesOf(document);
    for (const other of EXAMPLES.filter((example) => example.name !== name)) {
      const kept = [...(await quotesOf(exampleText(other.name)))].filter((quote) => own.has(quote));
      expect(kept.length).toBeLessThanOrEqual(own.size * 0.2);
    }
  });

  it.each([7, 60, 130])('keeps its verdict when the paragraphs are shuffled (%p)', async (step) => {
    const other = shuffled(document, step);
    expect(paragraphsOf(other)).not.toEqual(paragraphsOf(document));
    expect(paragraphsOf(other).toSorted()).toEqual(paragraphsOf(document).toSorted());
    const [before, after] = [await totalOf(document), await totalOf(other)];
    expect(Math.abs(after - before)).toBeLessThanOrEqual(0.5);
    expect(gradeOf(after)).toBe(gradeOf(before));
  });
});
