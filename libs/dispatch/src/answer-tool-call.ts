import type { NewEvent } from '@council/contracts';
import {
  type CallToolEffect,
  insideAnswer,
  outsideTool,
  type SessionState,
  settleTool,
  type ToolBox,
} from '@council/council-core';

interface ToolPorts {
  readonly tools: ToolBox;
  /** Decides on the state that the append follows, and writes it down. */
  readonly settle: (decide: (state: SessionState) => readonly NewEvent[]) => Promise<void>;
}

/** Carries out one call of a tool and writes its answer down. A file's next version is decided when it is written. */
export async function answerToolCall(call: CallToolEffect, signal: AbortSignal, ports: ToolPorts): Promise<void> {
  const tool = outsideTool(call);
  if (tool === null) {
    await ports.settle((state) => settleTool(call, insideAnswer(state, call), 0));
    return;
  }
  const startedAt = performance.now();
  const answer = await ports.tools.run(tool, call.call.input, call.context, signal);
  await ports.settle(() => settleTool(call, answer, performance.now() - startedAt));
}
