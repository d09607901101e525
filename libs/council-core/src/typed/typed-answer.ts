import type { Language } from '@council/contracts';
import { z } from 'zod';
import type { OutputForm } from '../ports/chat-model.js';
import { plainText } from '../session/plain-text.js';
import { jsonSchemaOf } from './json-schema-of.js';

/** An answer that is data: what it is called, what it says, and the schema that decides whether it is one. */
export interface TypedAnswer<T> {
  readonly name: string;
  readonly description: string;
  readonly schema: z.ZodType<T>;
  /** The answer is the data and no word beside it: what is quoted in passing must never be taken for it. */
  readonly isAlone?: boolean;
}

export type TypedReading<T> =
  | { readonly ok: true; readonly value: T }
  /** `problem` names everything that is wrong, for the model to mend and for people to read. */
  | { readonly ok: false; readonly problem: string };

export const formOf = <T>({ name, description, schema }: TypedAnswer<T>): OutputForm => ({
  name,
  description,
  schema: jsonSchemaOf(schema, 'output'),
});

const FENCE = /```json[ \t]*\n([\s\S]*?)\n[ \t]*```/g;
const FENCE_ALONE = /^\s*```json[ \t]*\n((?:(?!```)[\s\S])*)\n[ \t]*```\s*$/;
const STRING = /"(?:[^"\\]|\\.)*"/g;

/**
 * Reads a typed answer: the whole text, or its last ```json fence, must be JSON of the schema. Nothing is ever looked for
 * in prose by a pattern: what is not there is not there (fail closed).
 */
export function readTyped<T>({ schema, isAlone = false }: TypedAnswer<T>, text: string): TypedReading<T> {
  const json = isAlone ? blockAlone(text) : ([...text.matchAll(FENCE)].at(-1)?.[1] ?? whole(text));
  if (json === null) {
    const what = isAlone ? 'is not one JSON object and nothing else' : 'holds no machine-readable block';
    return { ok: false, problem: `the answer ${what}` };
  }
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (error) {
    return { ok: false, problem: `the machine-readable block is not JSON: ${(error as Error).message}` };
  }
  const again = JSON.stringify(value);
  if (stringsIn(again) !== stringsIn(json))
    return { ok: false, problem: 'the machine-readable block says a key twice' };
  // As JSON escapes them: a log cannot keep them.
  if (holdsBinary(value)) return { ok: false, problem: 'the machine-readable block holds binary data, not text' };
  const parsed = schema.safeParse(value);
  if (parsed.success) return { ok: true, value: parsed.data };
  return { ok: false, problem: `the machine-readable block breaks its form: ${z.prettifyError(parsed.error)}` };
}

const whole = (text: string): string | null => (/^\s*\{/.test(text) ? text : null);
const blockAlone = (text: string): string | null => FENCE_ALONE.exec(text)?.[1] ?? whole(text);

/** Of two keys that are the same JSON keeps the last one only: then there are fewer strings than there were. */
const stringsIn = (json: string): number => json.match(STRING)?.length ?? 0;

function holdsBinary(value: unknown): boolean {
  if (typeof value === 'string') return plainText(value) !== value;
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(value).some(([key, inner]) => holdsBinary(key) || holdsBinary(inner));
}

/** The answer without its machine-readable block: what people read. */
export const withoutBlock = (answer: string): string => answer.replaceAll(FENCE, '').trim();

/** What the model is told when its answer could not be read, once. */
export const MEND_IT: Readonly<Record<Language, (problem: string) => string>> = {
  en: (problem) =>
    `Your answer was read by a machine, which could not use it: ${problem}\nAnswer again with the data alone, as one JSON object of the form that was asked for. Change nothing that was right.`,
  zh: (problem) =>
    `你的回答由程序读取，但无法使用：${problem}\n请重新作答，只给出数据本身，即一个符合所要求格式的 JSON 对象。原本正确的内容不要改动。`,
};
