import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Plugin, Rolldown } from 'vite';
import { pageImports } from './page-imports.ts';

/**
 * Tells `early.js` which files each page is made of: it asks for those of the page at hand while the entry is still on its
 * way, so that whoever opens an address waits for one round of files and not for two.
 */
export function earlyPages(root: string): Plugin {
  const folders = readdirSync(join(root, 'src/i18n'), { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const languages = folders.map(({ name }) => name);
  return {
    name: 'council:early-pages',
    apply: 'build',
    writeBundle({ dir = '' }, bundle) {
      const chunks = Object.values(bundle).filter((output) => output.type === 'chunk');
      const chunkOf = (path: string): Rolldown.OutputChunk => {
        const chunk = chunks.find(
          ({ facadeModuleId }) => facadeModuleId !== null && relative(root, facadeModuleId) === path,
        );
        if (chunk === undefined) throw new Error(`no chunk is made of ${path}`);
        return chunk;
      };
      const closure = (chunk: Rolldown.OutputChunk, files = new Set<string>()): Set<string> => {
        if (files.has(chunk.fileName)) return files;
        files.add(chunk.fileName);
        for (const one of chunks) if (chunk.imports.includes(one.fileName)) closure(one, files);
        return files;
      };
      const wordsOf = (language: string, area: string): string => {
        const words = `src/i18n/${language}/${area}.json`;
        const chunk = chunks.find(({ moduleIds }) => moduleIds.some((id) => relative(root, id) === words));
        if (chunk === undefined) throw new Error(`no chunk holds ${words}`);
        return chunk.fileName;
      };
      const first = closure(chunkOf('index.html'));
      const files: string[] = [];
      /** By their numbers in `files`: most pages share most of theirs. */
      const numbers = (names: Iterable<string>): number[] =>
        [...names]
          .filter((name) => !first.has(name))
          .map((name) => (files.includes(name) ? files.indexOf(name) : files.push(name) - 1));
      const pages = pageImports(readFileSync(join(root, 'src/app/routes.tsx'), 'utf8')).map(
        ({ path, module, areas }) => [
          path,
          numbers(closure(chunkOf(`src/${module}.tsx`))),
          Object.fromEntries(
            languages.map((language) => [language, numbers(areas.map((area) => wordsOf(language, area)))]),
          ),
        ],
      );
      const early = join(dir, 'early.js');
      writeFileSync(
        early,
        `${readFileSync(early, 'utf8')}askAhead(${JSON.stringify(files)}, ${JSON.stringify(pages)});\n`,
      );
    },
  };
}
