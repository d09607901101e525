import type { Language } from '@council/contracts';
import type { ChatMessage } from '../ports/chat-model.js';
import type { TurnStep } from '../session/state.js';
import { MEND_IT } from '../typed/typed-answer.js';
import { fence } from './fence.js';

/** What has happened in a turn, as the model is told of it. What tools answer is material like any other: fenced. */
export function turnHistory(steps: readonly TurnStep[], language: Language, seed: string): readonly ChatMessage[] {
  return steps.flatMap((step, place): ChatMessage[] => {
    if (step.kind === 'rejected') {
      return [
        { role: 'assistant', content: step.content },
        { role: 'user', content: MEND_IT[language](step.problem) },
      ];
    }
    return [
      {
        role: 'assistant',
        content: step.content,
        toolCalls: step.calls.map(({ id, name, input }) => ({ id, name, input })),
      },
      ...step.calls.map(({ id, name, answer }): ChatMessage => ({
        role: 'tool',
        toolCallId: id,
        toolName: name,
        content: fence('tool_result', answer?.output ?? '', seed, {
          tool: name,
          call: `${place + 1}:${id}`,
          ...(answer?.is_error === true ? { failed: 'yes' } : {}),
        }),
      })),
    ];
  });
}

/** The last word before a turn must be answered without any further tool. */
export const ALLOWANCE_SPENT: Readonly<Record<Language, string>> = {
  en: 'Your allowance of tool calls for this turn is used up. Give your answer now with what you have, and say what you could not look up or do.',
  zh: '本轮的工具调用额度已经用完。请根据现有信息立即作答，并说明哪些内容未能查到或未能完成。',
};
