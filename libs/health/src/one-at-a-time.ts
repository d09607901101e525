/**
 * Whoever asks while an answer is awaited gets that answer. A database that hangs would otherwise lose one connection
 * of its pool to every probe, since giving up waiting does not take the query back.
 */
export function oneAtATime<T>(ask: () => Promise<T>): () => Promise<T> {
  let underWay: Promise<T> | undefined;
  return () =>
    (underWay ??= ask().finally(() => {
      underWay = undefined;
    }));
}
