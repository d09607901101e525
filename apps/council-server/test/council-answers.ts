import type { RawReply } from './fault-grid/raw-upstream.js';

/** What a council of one mind says: the judge's total, and whether its voters agree. */
export interface OneMind {
  readonly score: number;
  readonly vote: boolean;
}

const chunk = (content: string, finish_reason: string | null): string =>
  `data: ${JSON.stringify({ choices: [{ index: 0, delta: { content }, finish_reason }] })}\n\n`;

/** A model that answers every seat in the form that it is asked for: a judgement, a ballot, a score, or a few words. */
export const answersAsCouncil =
  (mind: OneMind): RawReply =>
  (socket, { body, nth }) => {
    const asked = body.messages.map((message) => String((message as { content?: unknown }).content)).join('\n');
    const answer = answerTo(asked, mind, nth);
    socket.end(
      'HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\nconnection: close\r\n\r\n' +
        `${chunk(answer, null)}${chunk('', 'stop')}data: [DONE]\n\n`,
    );
  };

function answerTo(asked: string, { score, vote }: OneMind, nth: number): string {
  if (/"choice" (is|取)/.test(asked)) {
    return JSON.stringify({ choice: vote ? 'yes' : 'no', reason: `Line 1 decides it, says voter ${nth}.` });
  }
  if (/"score" (is a whole number|为 1 到 10)/.test(asked)) {
    return JSON.stringify({ score: vote ? 8 : 3, reason: `Line 1 decides it, says voter ${nth}.` });
  }
  if (!asked.includes('weighted_total =')) return `Analysis ${nth}: the plan rests on its first line [Ref: L1].`;
  const scores = { strategic_alignment: score, practical_value: score, logical_consistency: score };
  const block = {
    score: { ...scores, weighted_total: score },
    verdict: `Ruling ${nth}.`,
    exit_recommendation: false,
    disputes: [],
    orders: [],
  };
  return `I have weighed it.\n\n\`\`\`json\n${JSON.stringify(block)}\n\`\`\``;
}
