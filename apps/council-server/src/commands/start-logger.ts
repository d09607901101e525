import { inspect } from 'node:util';
import { logLine, type NestLevel, redact } from '@council/telemetry';
import { ConsoleLogger, type LogLevel } from '@nestjs/common';

/** From least to most. */
const LEVELS: readonly LogLevel[] = ['fatal', 'error', 'warn', 'log', 'debug', 'verbose'];
/** They print a failed start with its stack, once each; whoever starts the server prints it once, in words. */
const TWICE = new Set<unknown>(['ExceptionHandler', 'TypeOrmModule']);

export interface LogStyle {
  readonly format: 'text' | 'json';
  /** What must not stand in any line. */
  readonly secrets: readonly (string | undefined)[];
}

/**
 * Nest's logger, quiet about what a start says twice and about the list of routes: lines for people, or one JSON object a
 * line on standard output. Keys, tokens and cookies are taken out of both.
 */
export class StartLogger extends ConsoleLogger {
  private hasStarted = false;
  private entered: () => readonly (string | undefined)[] = () => [];

  constructor(private readonly style: LogStyle) {
    super({ logLevels: LEVELS.slice(0, 3) });
  }

  /** Keys that were entered in the app are known once it has started. */
  hide(entered: () => readonly (string | undefined)[]): void {
    this.entered = entered;
  }

  started(level: LogLevel): void {
    this.hasStarted = true;
    this.setLogLevels(LEVELS.slice(0, LEVELS.indexOf(level) + 1));
  }

  /** For whoever started the program, whatever the level: where it is and who speaks. */
  announce(line: string): void {
    this.write('log', line);
  }

  override error(message: unknown, ...rest: unknown[]): void {
    if (!this.hasStarted && TWICE.has(rest.at(-1))) return;
    super.error(message, ...(rest as [string]));
  }

  protected override printMessages(
    messages: unknown[],
    context = '',
    level: LogLevel = 'log',
    stream?: 'stdout' | 'stderr',
    stack?: unknown,
  ): void {
    const clean = messages.map((message) => redact(textOf(message), this.secrets));
    if (this.style.format === 'text') {
      super.printMessages(clean, context, level, stream, stack);
      return;
    }
    for (const message of clean) this.write(level, message, context, typeof stack === 'string' ? stack : undefined);
  }

  /** Nest prints it apart; in a JSON line it is within. */
  protected override printStackTrace(stack?: string): void {
    if (this.style.format === 'text' && stack !== undefined) super.printStackTrace(redact(stack, this.secrets));
  }

  private get secrets(): readonly (string | undefined)[] {
    return [...this.style.secrets, ...this.entered()];
  }

  private write(level: NestLevel, message: string, from?: string, stack?: string): void {
    const entry = {
      level,
      message,
      ...(from === undefined || from === '' ? {} : { from }),
      ...(stack === undefined ? {} : { stack }),
    };
    const line = this.style.format === 'json' ? logLine(entry, this.secrets) : message;
    process.stdout.write(`${line}\n`);
  }
}

function textOf(message: unknown): string {
  if (typeof message === 'string') return message;
  if (message instanceof Error) return message.stack ?? message.message;
  return inspect(message);
}
