const PREFIX = 'COUNCIL_KEY_';
const VARIABLE = /^COUNCIL_KEY_[A-Z0-9_]+$/;
const FILE = '_FILE';

/** Provider ids have no underscore, so that no two of them share a variable. */
export const customKeyVariable = (providerId: string): string =>
  `${PREFIX}${providerId.toUpperCase().replaceAll('-', '_')}`;

/** The variables of this form that are set, each once, whether by value or by file. */
export function customKeyVariables(names: readonly string[]): readonly string[] {
  const ours = names.filter((name) => VARIABLE.test(name));
  return [...new Set(ours.map((name) => (name.endsWith(FILE) ? name.slice(0, -FILE.length) : name)))];
}

/** Takes these variables out of all that were read, and names each by its provider's id. */
export function customKeysOf(values: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(values)
      .filter(([name]) => VARIABLE.test(name))
      .map(([name, key]) => [name.slice(PREFIX.length).toLowerCase().replaceAll('_', '-'), key]),
  );
}
