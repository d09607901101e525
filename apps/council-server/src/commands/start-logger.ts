import { ConsoleLogger, type LogLevel } from '@nestjs/common';

/** From least to most. */
const LEVELS: readonly LogLevel[] = ['fatal', 'error', 'warn', 'log', 'debug', 'verbose'];
/** They print a failed start with its stack, once each; whoever starts the server prints it once, in words. */
const TWICE = new Set<unknown>(['ExceptionHandler', 'TypeOrmModule']);

/** Nest's logger, quiet about what a start says twice and about the list of routes. */
export class StartLogger extends ConsoleLogger {
  private hasStarted = false;

  constructor() {
    super({ logLevels: LEVELS.slice(0, 3) });
  }

  started(level: LogLevel): void {
    this.hasStarted = true;
    this.setLogLevels(LEVELS.slice(0, LEVELS.indexOf(level) + 1));
  }

  override error(message: unknown, ...rest: unknown[]): void {
    if (!this.hasStarted && TWICE.has(rest.at(-1))) return;
    super.error(message, ...(rest as [string]));
  }
}
