import { createServer, type Server, type ServerResponse } from 'node:http';
import { listen } from '@council/kernel';
import { Injectable, Logger, OnApplicationShutdown } from '@nestjs/common';
import { Metrics } from './metrics.js';

/** `GET /metrics` on a port of its own, which no proxy before the application leads to. */
@Injectable()
export class MetricsPort implements OnApplicationShutdown {
  private readonly log = new Logger('metrics');
  private server: Server | null = null;

  constructor(private readonly metrics: Metrics) {}

  /** Answers the address; port 0 takes any free one. */
  async listen(host: string, port: number): Promise<string> {
    this.metrics.observeProcess();
    const server = createServer(({ method, url }, response) => {
      if (method === 'GET' && url?.split('?')[0] === '/metrics') void this.answer(response);
      else response.writeHead(404, { 'content-type': 'text/plain' }).end('here is only GET /metrics\n');
    });
    this.server = server;
    const address = await listen(server, host, port, {
      code: 'METRICS.PORT',
      detail: 'Set METRICS_PORT and METRICS_HOST to another one, or leave METRICS_PORT empty.',
    });
    return `${address}/metrics`;
  }

  onApplicationShutdown(): void {
    this.server?.close();
    this.server?.closeAllConnections();
  }

  private async answer(response: ServerResponse): Promise<void> {
    try {
      const text = await this.metrics.text();
      response.writeHead(200, { 'content-type': this.metrics.contentType, 'cache-control': 'no-store' }).end(text);
    } catch (error) {
      this.log.warn(`the metrics cannot be read: ${error instanceof Error ? error.message : String(error)}`);
      response.writeHead(503, { 'content-type': 'text/plain' }).end('the metrics cannot be read\n');
    }
  }
}
