import type { Attachment } from './start-form';
import { readTextFile, type Refusal } from './text-file';

/** As the server takes them. */
export const MAX_ATTACHMENTS = 20;

export interface RefusedFile {
  readonly name: string;
  readonly reason: Refusal | 'tooMany';
}

export interface TakenFiles {
  /** Null: none was meant to be it, or none can be read. */
  readonly document: Attachment | null;
  readonly beside: readonly Attachment[];
  /** Each that is left out, and why. */
  readonly refused: readonly RefusedFile[];
}

/**
 * Of several files the first that can be read is the document, the others are read beside it.
 * @param room how many may still be read beside it.
 * @param isBeside none of them is the document.
 */
export async function takeFiles(files: readonly File[], room: number, isBeside: boolean): Promise<TakenFiles> {
  const texts: Attachment[] = [];
  const refused: RefusedFile[] = [];
  for (const file of files) {
    const read = await readTextFile(file);
    if ('refusal' in read) refused.push({ name: file.name, reason: read.refusal });
    else texts.push({ name: file.name, content: read.text });
  }
  const document = isBeside ? null : (texts.shift() ?? null);
  const tooMany = texts.slice(room).map(({ name }) => ({ name, reason: 'tooMany' }) as const);
  return { document, beside: texts.slice(0, room), refused: [...refused, ...tooMany] };
}
