/** Less than what compose and nginx give before they use force. */
const SHUTDOWN_MS = 25_000;

/** A dependency that hangs must not hold the process for ever. */
export function limitShutdown(): void {
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => setTimeout(() => process.exit(1), SHUTDOWN_MS).unref());
  }
}
