/** How a token of a program begins: a scanner of secrets finds it, and nothing else is looked up. */
export const TOKEN_MARK = 'cnc_';
/** Shown in lists. */
export const PREFIX_CHARS = 8;
