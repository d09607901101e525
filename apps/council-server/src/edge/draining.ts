import type { Server, ServerResponse } from 'node:http';
import { BeforeApplicationShutdown, Injectable, OnModuleDestroy } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';

/** How long an answer that is being made may hold the end of the process. */
const PATIENCE_MS = 10_000;
const LOOK_MS = 50;

/**
 * An ordered end. First nobody new is let in, so that a proxy goes elsewhere before it has sent anything; then what was
 * asked before is answered, while sockets and streams are told to come back and sessions are handed over.
 */
@Injectable()
export class Draining implements OnModuleDestroy, BeforeApplicationShutdown {
  private readonly answers = new Set<ServerResponse>();
  private hasBegun = false;

  constructor(private readonly host: HttpAdapterHost) {}

  /** Told of every request. */
  follow(response: ServerResponse): void {
    if (this.hasBegun) response.setHeader('connection', 'close');
    this.answers.add(response);
    response.once('close', () => this.answers.delete(response));
  }

  onModuleDestroy(): void {
    this.hasBegun = true;
    // A command or a worker has none; one that never listened has nothing to close.
    this.server?.close();
  }

  async beforeApplicationShutdown(): Promise<void> {
    const deadline = Date.now() + PATIENCE_MS;
    while (this.answers.size > 0 && Date.now() < deadline) await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  }

  private get server(): Server | undefined {
    return (this.host.httpAdapter as { getHttpServer(): Server } | undefined)?.getHttpServer();
  }
}
