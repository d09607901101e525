import type { RawRequest } from './raw-upstream.js';

/** What a seat is asked for; each kind takes another way through engine and gateway. */
export const KINDS = ['turn', 'ballot', 'verdict', 'tools'] as const;
export type Kind = (typeof KINDS)[number];

const delta = (delta: object, finish_reason: string | null = null, more: object = {}): string =>
  `data: ${JSON.stringify({ id: 'c', object: 'chat.completion.chunk', model: 'm', choices: [{ index: 0, delta, finish_reason }], ...more })}\n\n`;
const USAGE = { prompt_tokens: 40, completion_tokens: 20, total_tokens: 60 };
export const END = 'data: [DONE]\n\n';

const VERDICT = `Weighed.\n\n\`\`\`json\n${JSON.stringify({
  score: { strategic_alignment: 80, practical_value: 60, logical_consistency: 70 },
  verdict: 'Go on.',
  exit_recommendation: false,
})}\n\`\`\``;
const WORDS: Readonly<Record<Kind, string>> = {
  turn: 'The plan holds where it matters.',
  ballot: JSON.stringify({ choice: 'no', reason: 'Nobody has measured the copy.' }),
  verdict: VERDICT,
  tools: 'There is one file, and I have seen it.',
};

/** The lines of a whole answer, in pieces; a seat with tools asks for one before it answers. */
export function linesOf(kind: Kind, { body }: RawRequest, isUsageTold = true): readonly string[] {
  const usage = isUsageTold ? [`data: ${JSON.stringify({ choices: [], usage: USAGE })}\n\n`] : [];
  if (kind === 'tools' && !body.messages.some(({ role }) => role === 'tool')) {
    const call = (fn: object, more: object = {}): string =>
      delta({ tool_calls: [{ index: 0, ...more, function: fn }] });
    return [
      call({ name: 'calculator', arguments: '' }, { id: 'call_a', type: 'function' }),
      call({ arguments: '{"expres' }),
      call({ arguments: 'sion":"6*7"}' }),
      delta({}, 'tool_calls'),
      ...usage,
    ];
  }
  const words = WORDS[kind];
  const size = Math.ceil(words.length / 4);
  const pieces = [0, 1, 2, 3].map((at) => delta({ content: words.slice(at * size, (at + 1) * size) }));
  return [...pieces, delta({}, 'stop'), ...usage];
}
