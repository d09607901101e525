import { type OutsideTool, type ToolAnswer, ToolBox, type ToolContext } from '@council/council-core';

export interface SeenToolCall {
  readonly tool: OutsideTool;
  readonly input: string;
  readonly context: ToolContext;
}

/** Tools that answer what the test wrote; a call that nobody expected fails loudly. */
export class ScriptedToolBox extends ToolBox {
  readonly calls: SeenToolCall[] = [];

  constructor(private readonly script: (call: SeenToolCall, count: number) => ToolAnswer | Promise<ToolAnswer>) {
    super();
  }

  async run(tool: OutsideTool, input: string, context: ToolContext): Promise<ToolAnswer> {
    const call = { tool, input, context };
    return this.script(call, this.calls.push(call));
  }
}

export const NO_TOOLS = new ScriptedToolBox(({ tool }) => {
  throw new Error(`the test expected no call of ${tool}`);
});
