import { ENVIRONMENT } from '@council/config';
import { describe, expect, it } from '@jest/globals';
import { readCompose } from '../test/compose.js';
import { readMakefile } from '../test/makefile.js';
import { npmScriptsIn, readRepositoryFile, readSources } from '../test/repository.js';

const LIFE_CYCLE = [
  'start',
  'stop',
  'restart',
  'rolling-restart',
  'backup',
  'restore',
  'status',
  'logs',
  'test',
  'migrate',
  'reset-db',
  'check',
  'help',
];
const documents = ['deployment', 'troubleshooting', 'upgrading', 'scaling']
  .map((page) => `docs/${page}.md`)
  .concat('.env.example');
const texts = documents.map(readRepositoryFile).join('\n');
/** What stands in code spans and in blocks of code. */
const code = [...texts.matchAll(/```\w*\n([\s\S]*?)```|`([^`\n]+)`/g)].map((match) => match[1] ?? match[2] ?? '');
/** What an image can be built with, and how nginx is told what it speaks. */
const ofImages = ['backend', 'frontend']
  .flatMap((name) => [...readRepositoryFile(`docker/${name}/Dockerfile`).matchAll(/^ARG ([A-Z_]+)=/gm)])
  .map(([, name = '']) => name)
  .concat('COUNCIL_TLS');
/** What .env.example names beside the server's own. */
const ofComposeAlone = [...readRepositoryFile('.env.example').matchAll(/^(?:# (?=COMPOSE_))?([A-Z_]+)=/gm)].map(
  ([, name = '']) => name,
);
const { targets, text: makefile } = readMakefile();

/** `council-server migrate up` in a text: the words after the program's name. */
function commandsIn(text: string): string[][] {
  return [...text.matchAll(/council-server(?:\.mjs)? ([a-z]+)(?: ([a-z]+))?(?=\s|`|$)/g)].map((match) =>
    match.slice(1).filter((word) => (word as string | undefined) !== undefined),
  );
}

describe('commands of the deployment', () => {
  it.each([
    ['the Makefile', makefile, 4],
    ['the documents', code.join('\n'), 4],
  ])('%s: commands that the server has', (_where, text, atLeast) => {
    const main = readRepositoryFile('apps/council-server/src/main.ts');
    const commands = commandsIn(text);
    expect(commands.length).toBeGreaterThanOrEqual(atLeast);
    for (const [command = '', what] of commands) {
      expect(main).toContain(`.command('${command}'`);
      if (what === undefined) continue;
      expect(readRepositoryFile(`apps/council-server/src/commands/${command}.ts`)).toContain(`'${what}'`);
    }
  });

  it('the Makefile has the whole life cycle, each target explained', () => {
    expect(targets.map(({ name }) => name)).toEqual(expect.arrayContaining(LIFE_CYCLE));
    for (const { name, explanation } of targets) expect([name, explanation]).not.toEqual([name, '']);
    const phony = /^\.PHONY: (.+)$/m.exec(makefile)?.[1]?.split(' ');
    expect(phony).toEqual(targets.map(({ name }) => name));
  });

  it('the Makefile runs scripts and services that exist', () => {
    const { scripts } = JSON.parse(readRepositoryFile('package.json')) as { readonly scripts: Record<string, string> };
    for (const script of npmScriptsIn(makefile)) expect(Object.keys(scripts)).toContain(script);
    const named = [...makefile.matchAll(/docker compose (?:exec -T|restart|stop|start) ([a-z ]+)/g)].flatMap((match) =>
      (match[1] ?? '').split(' '),
    );
    const { services } = readCompose();
    expect(named.filter((word) => word in services).length).toBeGreaterThan(4);
    for (const match of makefile.matchAll(/docker compose exec -T (\S+)/g))
      expect(services).toHaveProperty(match[1] ?? '');
  });

  it('what deletes data asks first', () => {
    const deleting = targets.filter(({ recipe }) => /dropdb|rm -rf|FLUSHALL|volume rm/.test(recipe));
    expect(deleting.map(({ name }) => name)).toEqual(['restore', 'reset-db', 'dev-reset-db']);
    for (const { recipe } of deleting) expect(recipe).toMatch(/^\s*@\[ "\$\(CONFIRM\)" = yes \] \|\|/);
  });

  it('the documents name targets, services and npm scripts that exist', () => {
    const { scripts } = JSON.parse(readRepositoryFile('package.json')) as { readonly scripts: Record<string, string> };
    const { services } = readCompose();
    const shown = code.join('\n');
    const known = targets.map(({ name }) => name);
    for (const match of shown.matchAll(/\bmake ([a-z-]+)/g)) expect(known).toContain(match[1]);
    for (const match of shown.matchAll(/docker compose (?:exec|logs|ps|start|stop)(?: -T)? ([a-z]+)/g)) {
      expect(services).toHaveProperty(match[1] ?? '');
    }
    for (const script of npmScriptsIn(shown)) expect(Object.keys(scripts)).toContain(script);
  });
});

describe('words of the documents', () => {
  it('are variables that the server or the compose file reads', () => {
    const known = ENVIRONMENT.flatMap(({ name, isSecret }) => (isSecret ? [name, `${name}_FILE`] : [name]));
    const used = code.flatMap((span) => [...span.matchAll(/(?<![.\w])[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+(?![.\w])/g)]);
    expect(used.length).toBeGreaterThan(10);
    for (const [name] of used) expect([...known, ...ofComposeAlone, ...ofImages]).toContain(name);
  });

  it('are error codes that the server or nginx answers with', () => {
    const answers = [...readSources(), readRepositoryFile('docker/nginx/default.conf.template')].join('\n');
    const codes = code.flatMap((span) => [...span.matchAll(/^[A-Z]+\.[A-Z_]+$/g)]);
    expect(codes.length).toBeGreaterThan(5);
    for (const [name] of codes) expect(answers).toMatch(new RegExp(`['"]${name.replace('.', '\\.')}['"]`));
  });

  it('are messages that the server really writes', () => {
    const sources = readSources().join('\n');
    for (const message of ['problem(s):', 'the database cannot be reached', 'the data folder']) {
      expect(texts).toContain(message);
      expect(sources).toContain(message);
    }
  });
});
