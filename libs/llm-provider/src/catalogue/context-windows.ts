/** Tokens that a listed model can read, as its vendor publishes it for the dated name. Absent: not known. */
export const CONTEXT_WINDOWS: ReadonlyMap<string, number> = new Map([
  ['gpt-4o', 128_000],
  ['gpt-4o-mini', 128_000],
  ['gpt-4-turbo', 128_000],
  ['gpt-4', 8_192],
  ['gpt-3.5-turbo', 16_385],
  ['gemini-2.0-flash', 1_048_576],
  ['gemini-1.5-pro', 2_097_152],
  ['gemini-1.5-flash', 1_048_576],
  ['qwen-max', 32_768],
  ['Qwen/Qwen2.5-7B-Instruct', 32_768],
  ['Qwen/Qwen2.5-32B-Instruct', 32_768],
]);
