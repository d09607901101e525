import { sha256 } from '@council/kernel';

/**
 * Fences foreign text (documents, other agents' words) so that a model can tell it from instructions. The nonce derives
 * from the session's seed: the text cannot know it, and where it repeats it all the same, it is taken out.
 */
export function fence(
  name: string,
  content: string,
  seed: string,
  attributes: Readonly<Record<string, string>> = {},
): string {
  const nonce = sha256(`${seed}:${name}:${JSON.stringify(attributes)}`).slice(0, 12);
  const head = Object.entries(attributes).map(([key, value]) => ` ${key}="${value.replaceAll(/["<>\n]/g, ' ')}"`);
  return `<${name} id="${nonce}"${head.join('')}>\n${content.replaceAll(nonce, '')}\n</${name} id="${nonce}">`;
}

/** `L1| first line`: the form in which agents read the document and cite it. Lines count from 1. */
export function numberLines(document: string): string {
  return linesOf(document)
    .map((line, index) => `L${index + 1}| ${line}`)
    .join('\n');
}

/** A final newline ends the last line, it does not begin another. */
export function linesOf(document: string): readonly string[] {
  const lines = document.split('\n');
  if (lines.length > 1 && lines.at(-1) === '') lines.pop();
  return lines;
}

export const foldLineEnds = (text: string): string => text.replaceAll(/\r\n?/g, '\n');
