import type { NewEvent } from '@council/contracts';
import {
  type CallToolEffect,
  insideAnswer,
  outsideTool,
  type SessionState,
  settleTool,
  type ToolBox,
  VersionTaken,
} from '@council/council-core';

interface ToolPorts {
  readonly tools: ToolBox;
  /** Decides on the state that the append follows, and writes it down. */
  readonly settle: (decide: (state: SessionState) => readonly NewEvent[]) => Promise<void>;
}

/** Somebody else may write the same file at the same moment; each time one of us gets through. */
const WRITE_ATTEMPTS = 10;

/** Carries out one call of a tool and writes its answer down. A file's next version is decided when it is written. */
export async function answerToolCall(call: CallToolEffect, signal: AbortSignal, ports: ToolPorts): Promise<void> {
  const tool = outsideTool(call);
  if (tool === null) {
    await writeInTurn(() => ports.settle((state) => settleTool(call, insideAnswer(state, call), 0)));
    return;
  }
  const startedAt = performance.now();
  const answer = await ports.tools.run(tool, call.call.input, call.context, signal);
  await ports.settle(() => settleTool(call, answer, performance.now() - startedAt));
}

async function writeInTurn(write: () => Promise<void>): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await write();
      return;
    } catch (error) {
      if (!(error instanceof VersionTaken) || attempt === WRITE_ATTEMPTS) throw error;
    }
  }
}
