import type { Language } from '@council/contracts';

/** Chinese when at least a fifth of the letters are Han: an English name in a Chinese text does not change it. */
export function guessLanguage(text: string): Language {
  const sample = text.slice(0, 20_000);
  const han = sample.match(/\p{Script=Han}/gu)?.length ?? 0;
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  return letters > 0 && han / letters >= 0.2 ? 'zh' : 'en';
}

/** The document's first heading or line, else the question, else the template's name; at most 120 characters. */
export function guessTitle(document: string | null, objective: string, fallback: string): string {
  const first = document?.split('\n').find((line) => line.trim() !== '') ?? '';
  const candidates = [first.replace(/^#+\s*/, ''), objective, fallback, 'Session'];
  const title = candidates.map((text) => text.replaceAll(/\s+/g, ' ').trim()).find((text) => text !== '') ?? '';
  return title.length > 120 ? `${title.slice(0, 119).toWellFormed()}…` : title;
}
