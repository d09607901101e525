/** The variable that the server will read for a provider of this id: shown before it is added. */
export const keyVariableOf = (id: string): string => `COUNCIL_KEY_${id.toUpperCase().replaceAll('-', '_')}`;
