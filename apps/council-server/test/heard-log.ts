import type { LoggerService } from '@nestjs/common';
import { eventually } from './eventually.js';

/** What an application has said of refusals. */
export class HeardLog implements LoggerService {
  readonly lines: string[] = [];

  log(): void {
    // Of no interest here.
  }
  warn(message: unknown, from?: unknown): void {
    if (from === 'access') this.lines.push(String(message));
  }
  error(message: unknown): void {
    this.lines.push(`error ${String(message)}`);
  }

  /** The first line after the `from`th that has all of these words. */
  async with(from: number, ...words: readonly string[]): Promise<string> {
    return eventually(
      `a line with ${words.join(', ')}`,
      () => this.lines.slice(from).find((line) => words.every((word) => line.includes(word))),
      () => this.lines.slice(from).join('\n'),
    );
  }
}
