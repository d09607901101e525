import type { NewEvent } from '@council/contracts';
import { type FileAnswer, type FileTool, runFileTool } from '../files/file-tools.js';
import type { OutsideTool } from '../ports/tool-box.js';
import type { CallToolEffect } from './effects.js';
import { seatState, type SessionState } from './state.js';
import { hasRead } from './turn-steps.js';

/** UTF-16 units of a tool's output that a turn reads. Files say themselves where they were cut. */
const OUTPUT_CHARACTERS = 16_000;
/** A call's input is kept whole with the request for it; beside its answer long texts are shortened. */
const INPUT_TEXT_CHARACTERS = 500;

/** The tool's name where it lies outside of the log; null where the log itself answers (`insideAnswer`). */
export function outsideTool({ tool }: CallToolEffect): OutsideTool | null {
  return tool === null || isFileTool(tool) ? null : tool;
}

const isFileTool = (tool: string): tool is FileTool =>
  tool === 'read_file' || tool === 'write_file' || tool === 'list_files';

/** The answer to a call of session files, or to one that is not granted. On the state that the append follows. */
export function insideAnswer(state: SessionState, { tool, call, author, seatId }: CallToolEffect): FileAnswer {
  if (tool === null || !isFileTool(tool)) {
    return { output: `this seat has no tool "${call.name}"`, isError: true };
  }
  const { steps } = seatState(state, seatId);
  return runFileTool(tool, call.input, { files: state.files, author, hasRead: hasRead(steps) });
}

/** What an answered call leaves in the log: one append, so that a file is never written without its answer. */
export function settleTool(effect: CallToolEffect, answer: FileAnswer, latencyMs: number): readonly NewEvent[] {
  const { nodeId, turnId, call, agentId, tool } = effect;
  const isOutside = outsideTool(effect) !== null;
  const isCut = isOutside && answer.output.length > OUTPUT_CHARACTERS;
  const output = isCut ? `${answer.output.slice(0, OUTPUT_CHARACTERS)}\n[cut: the rest is left out]` : answer.output;
  const written: NewEvent[] =
    answer.written === undefined ? [] : [{ event: 'file:written', node_id: nodeId, data: answer.written }];
  return [
    ...written,
    {
      event: 'tool_execution',
      node_id: nodeId,
      data: {
        turn_id: turnId,
        call_id: call.id,
        agent_id: agentId,
        tool: tool ?? call.name,
        input: shortened(call.input),
        output,
        is_error: answer.isError,
        is_cut: isCut,
        latency_ms: Math.round(latencyMs),
        ...(answer.file === undefined ? {} : { file: answer.file }),
      },
    },
  ];
}

function shortened(input: string): string {
  try {
    return JSON.stringify(
      JSON.parse(input, (_key, value: unknown) => (typeof value === 'string' ? shortText(value) : value)),
    );
  } catch {
    return shortText(input);
  }
}

const shortText = (text: string): string =>
  text.length <= INPUT_TEXT_CHARACTERS
    ? text
    : `${text.slice(0, INPUT_TEXT_CHARACTERS).toWellFormed()}… (${text.length} characters)`;
