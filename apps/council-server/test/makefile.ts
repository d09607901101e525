import { readRepositoryFile } from './repository.js';

interface Target {
  readonly name: string;
  /** What `make help` says about it. */
  readonly explanation: string;
  readonly recipe: string;
}

/** The Makefile with its own variables put in, and the targets that a person calls. */
export function readMakefile(): { readonly text: string; readonly targets: readonly Target[] } {
  const source = readRepositoryFile('Makefile');
  const variables = [...source.matchAll(/^([A-Z]+) :?= (.+)$/gm)].map(([, name = '', value = '']) => ({ name, value }));
  let text = source;
  // A variable may name an earlier one: the last is put in first.
  for (const { name, value } of variables.reverse()) text = text.replaceAll(`$(${name})`, () => value);
  const targets = [...text.matchAll(/^([a-z-]+):[^#\n]*(?:## (.*))?\n((?:\t.*\n?)*)/gm)].map(
    ([, name = '', explanation, recipe]) => ({ name, explanation: explanation ?? '', recipe: recipe ?? '' }),
  );
  return { text, targets };
}
