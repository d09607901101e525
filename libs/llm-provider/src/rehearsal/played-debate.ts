import { readFileSync } from 'node:fs';
import type { CheckedReference, Verdict } from '@council/contracts';
import {
  type ChatBrief,
  type ChatChunk,
  checkReferences,
  type PriorTurn,
  readVerdict,
  type Stance,
} from '@council/council-core';
import { TrigramEncoder } from './fake-encoder.js';
import { RehearsalEngine } from './rehearsal-engine.js';

export const EXAMPLES = [
  { name: 'product-proposal', language: 'en', objective: 'Should the committee approve the pilot in March?' },
  { name: 'design-document', language: 'en', objective: 'Should the stream replace the nightly batch?' },
  { name: 'proposal-zh', language: 'zh', objective: '是否应当批准投入并在四月启动试点？' },
] as const;

export const exampleText = (name: string): string =>
  readFileSync(new URL(`../../../../examples/${name}.md`, import.meta.url), 'utf8');

/** An engine with the specs' encoder, and ways to hear it. */
export class Rehearsal {
  readonly encoder = new TrigramEncoder();
  readonly engine = new RehearsalEngine(this.encoder);

  async chunks(brief: Partial<ChatBrief>, signal = new AbortController().signal): Promise<readonly ChatChunk[]> {
    const chunks: ChatChunk[] = [];
    const request = {
      provider: 'rehearsal',
      model: 'extractive',
      messages: [{ role: 'user', content: 'unread' }] as const,
      brief: {
        stance: 'other',
        seat: 'seat',
        language: 'en',
        objective: '',
        document: null,
        prior: [],
        seed: 's',
        ...brief,
      },
      signal,
    } as const;
    for await (const chunk of this.engine.stream(request)) chunks.push(chunk);
    return chunks;
  }

  async say(brief: Partial<ChatBrief>): Promise<string> {
    return (await this.chunks(brief)).map((chunk) => (chunk.kind === 'text' ? chunk.text : '')).join('');
  }

  /** Both sides, the judge, and after it a summary and a seat without a side. */
  async debate(brief: Pick<ChatBrief, 'document'> & Partial<ChatBrief>): Promise<PlayedDebate> {
    const turn = async (stance: Stance, prior: readonly PriorTurn[]): Promise<PriorTurn> => ({
      node_id: stance,
      seat: stance,
      stance,
      content: await this.say({ ...brief, stance, prior }),
    });
    const sides = await Promise.all([turn('affirmative', []), turn('negative', [])]);
    const judge = await turn('adjudicator', sides);
    const turns = [...sides, judge, await turn('summariser', [judge]), await turn('other', [judge])];
    return {
      turns,
      verdict: readVerdict(judge.content, 'extractive'),
      references: turns.flatMap(({ content }) => checkReferences(content, brief.document)),
    };
  }
}

export interface PlayedDebate {
  readonly turns: readonly PriorTurn[];
  readonly verdict: Verdict;
  readonly references: readonly CheckedReference[];
}
