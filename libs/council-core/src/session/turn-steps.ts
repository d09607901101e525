import type { LogEvent } from '@council/contracts';
import type { AskedTool, TurnStep } from './state.js';

type StepEvent = Extract<LogEvent, { event: 'tool_calls:requested' | 'tool_execution' | 'answer:rejected' }>;

/** The steps of a turn with one thing more that happened in it. */
export function nextSteps(steps: readonly TurnStep[], event: StepEvent): readonly TurnStep[] {
  switch (event.event) {
    case 'tool_calls:requested': {
      const calls = event.data.calls.map((call) => ({ ...call, answer: null }));
      return [...steps, { kind: 'tools', content: event.data.content, calls }];
    }
    case 'tool_execution':
      return steps.map((step) => (step.kind === 'tools' ? { ...step, calls: answered(step.calls, event.data) } : step));
    case 'answer:rejected':
      return [...steps, { kind: 'rejected', content: event.data.content, problem: event.data.problem }];
  }
}

/** Models use an id again in a later step: only a call that still waits takes the answer. */
const answered = (calls: readonly AskedTool[], answer: NonNullable<AskedTool['answer']>): readonly AskedTool[] =>
  calls.map((call) => (call.id === answer.call_id && call.answer === null ? { ...call, answer } : call));

/** The calls that can be carried out now: those that only read go side by side, one that writes goes alone and in turn. */
export function waitingCalls(steps: readonly TurnStep[]): readonly AskedTool[] {
  const last = steps.at(-1);
  if (last?.kind !== 'tools') return [];
  const waiting = last.calls.filter((call) => call.answer === null);
  const writing = waiting.findIndex((call) => call.name === 'write_file');
  return writing === 0 ? waiting.slice(0, 1) : waiting.slice(0, writing === -1 ? waiting.length : writing);
}

export const toolTurns = (steps: readonly TurnStep[]): number => steps.filter((step) => step.kind === 'tools').length;

/** The latest version of each file that this turn has read or written: what its next write rests on. */
export function hasRead(steps: readonly TurnStep[]): Readonly<Record<string, number>> {
  const files = steps
    .flatMap((step) => (step.kind === 'tools' ? step.calls : []))
    .flatMap(({ answer }) => answer?.file ?? []);
  return Object.fromEntries(files.map(({ path, version }) => [path, version]));
}
