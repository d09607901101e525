/** Takes away what the server adds: an answer of the API that was kept as a file can be imported, too. */
export function withoutKeys(...names: readonly string[]): (value: unknown) => unknown {
  return (value) => {
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).filter(([key]) => !names.includes(key)));
  };
}
