import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { SEEDED_AGENTS } from '@council/council-core';
import { SYSTEM_TEMPLATES } from '@council/migrations';
import { describe, expect, it } from '@jest/globals';

const PUBLIC = fileURLToPath(new URL('../public', import.meta.url));
const read = (path: string) => readFileSync(`${PUBLIC}/${path}`, 'utf8');
/** The page's scripts have no types: what a test needs of them is said where it is loaded. */
const load = async <Exports>(file: string): Promise<Exports> => (await import(`../public/assets/${file}`)) as Exports;

const page = read('index.html');
const scripts = readdirSync(`${PUBLIC}/assets`)
  .filter((name) => name.endsWith('.js'))
  .map((name) => read(`assets/${name}`))
  .join('\n');
const found = (text: string, pattern: RegExp) => new Set([...text.matchAll(pattern)].map((match) => match[1] ?? ''));

describe('the page', () => {
  it('keeps to its security policy: nothing inline, nothing from elsewhere, no text parsed as HTML', () => {
    expect(page).not.toMatch(/<script(?![^>]*\bsrc="\/)|<style|\sstyle=|\son\w+=|https?:/);
    expect(scripts).not.toMatch(/innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function/);
  });

  it('has every element that its scripts look for', () => {
    const ids = found(page, /\sid="([^"]+)"/g);
    const wanted = [...found(scripts, /byId\('([^']+)'\)/g)];
    expect(wanted.length).toBeGreaterThan(20);
    expect(wanted.filter((id) => !ids.has(id))).toEqual([]);
  });

  it('says every word in both languages', async () => {
    const { ENGLISH } = await load<{ ENGLISH: Record<string, unknown> }>('words-en.js');
    const { CHINESE } = await load<{ CHINESE: Record<string, unknown> }>('words-zh.js');
    // Messages of the server are English already: only Chinese has words for all of them.
    const own = (words: object) => Object.keys(words).filter((key) => !key.startsWith('problem.'));
    expect(own(CHINESE).sort()).toEqual(own(ENGLISH).sort());
    expect(Object.keys(ENGLISH).filter((key) => !(key in CHINESE))).toEqual([]);
    const wanted = [
      ...found(page, /data-word(?:-[a-z-]+)?="([^"]+)"/g),
      ...found(scripts, /\bsay\('([^']+)'/g),
      ...found(scripts, /\bsayIn\((?:byId\('[^']+'\)|[\w.#]+), '([^']+)'/g),
    ];
    expect(wanted.length).toBeGreaterThan(60);
    expect(wanted.filter((key) => !(key in ENGLISH))).toEqual([]);
  });

  it('knows the seeded agents and templates by their ids', () => {
    for (const id of [SEEDED_AGENTS.affirmative, SEEDED_AGENTS.negative, SEEDED_AGENTS.adjudicator]) {
      expect(scripts).toContain(id);
    }
    for (const id of Object.values(SYSTEM_TEMPLATES)) expect(scripts).toContain(id);
  });
});
