import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { ENVIRONMENT } from './environment.js';

/** What follows is for docker compose; the deployment's test holds it against the compose file. */
const COMPOSE_ONLY = '# --- What follows is read by docker compose alone.';

interface Sample {
  readonly name: string;
  readonly value: string;
  readonly comment: string;
}

/** A comment of one line and the assignment right under it. */
function samplesOf(text: string): Sample[] {
  return [...text.matchAll(/(?:^# (?<comment>.*)\n)?^(?<name>\w+)=(?<value>.*)$/gm)].map(({ groups }) => ({
    name: groups?.['name'] ?? '',
    value: groups?.['value'] ?? '',
    comment: groups?.['comment'] ?? '',
  }));
}

describe('.env.example', () => {
  const text = readFileSync(new URL('../../../.env.example', import.meta.url), 'utf8');
  const [ours = '', compose] = text.split(COMPOSE_ONLY);

  it('names every variable in the order of the schema, with its default and its description', () => {
    const expected = ENVIRONMENT.map(({ name, default: fallback, description, isSecret }) => ({
      name,
      value: fallback ?? '',
      comment: isSecret ? `${description} (secret)` : description,
    }));
    expect(samplesOf(ours)).toEqual(expected);
  });

  it('gives a comment to what only docker compose reads, and repeats nothing there', () => {
    const samples = samplesOf(compose ?? '');
    expect(samples.length).toBeGreaterThan(0);
    for (const { name, comment } of samples) {
      expect([name, comment]).not.toEqual([name, '']);
      expect(ENVIRONMENT.map((variable): string => variable.name)).not.toContain(name);
    }
  });
});
