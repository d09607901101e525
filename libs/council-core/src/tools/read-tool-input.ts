import { TOOL_INPUTS, type ToolInput, type ToolName } from '@council/contracts';
import { z } from 'zod';

export type InputReading<Name extends ToolName> =
  { readonly ok: true; readonly input: ToolInput<Name> } | { readonly ok: false; readonly problem: string };

/** What the model wrote, checked against the tool's schema. `problem` is for the model: it says what to write instead. */
export function readToolInput<Name extends ToolName>(tool: Name, json: string): InputReading<Name> {
  let value: unknown;
  try {
    // Some models call a tool without parameters with no input at all.
    value = json.trim() === '' ? {} : JSON.parse(json);
  } catch (error) {
    return { ok: false, problem: `the input is not JSON (${(error as Error).message})` };
  }
  const parsed = TOOL_INPUTS[tool].safeParse(value);
  if (parsed.success) return { ok: true, input: parsed.data as ToolInput<Name> };
  return { ok: false, problem: `the input does not fit: ${z.prettifyError(parsed.error)}` };
}
