import { Capabilities } from '@council/contracts';
import { stringify } from 'yaml';
import { FRONT_MATTER_KEYS } from './front-matter-keys.js';
import type { Persona } from './persona.js';

/** The file that says exactly this; the same persona is always the same bytes. Capabilities are named when they differ. */
export function writePersonaFile(persona: Persona): string {
  const { name, description, avatar, language, model_config, capabilities } = persona;
  const usual: Readonly<Record<string, unknown>> = Capabilities.parse({});
  const unusual = Object.entries(capabilities).filter(([key, value]) => value !== usual[key]);
  const values: Readonly<Record<string, unknown>> = {
    ...{ name, description, avatar, language },
    ...model_config,
    ...Object.fromEntries(unusual),
  };
  const lines = Object.keys(FRONT_MATTER_KEYS).flatMap((key) => lineOf(key, values[key] ?? null));
  return `---\n${lines.join('')}---\n\n${persona.persona_prompt}\n`;
}

/** One line each, also for texts of several lines: those are quoted. */
function lineOf(key: string, value: unknown): string[] {
  if (value === null) return [];
  const isPlain = typeof value !== 'string' || /^[^\p{C}\p{Zl}\p{Zp}]*$/u.test(value);
  return [isPlain ? stringify({ [key]: value }, { lineWidth: 0 }) : `${key}: ${JSON.stringify(value)}\n`];
}
