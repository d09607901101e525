import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { listen } from '@council/kernel';
import { HttpException, Injectable, OnApplicationShutdown } from '@nestjs/common';
import { HealthReports } from './health-reports.js';

/** The answers of /health, /health/ready and /health/live for a process that serves nothing else. */
@Injectable()
export class HealthPort implements OnApplicationShutdown {
  private server: Server | null = null;

  constructor(private readonly reports: HealthReports) {}

  /** Answers the address; port 0 takes any free one. */
  async listen(host: string, port: number): Promise<string> {
    const server = createServer((request, response) => void this.answer(request, response));
    this.server = server;
    return listen(server, host, port, {
      code: 'WORKER.HEALTH_PORT',
      detail: 'Set WORKER_HEALTH_PORT (and HOST) to another one, or leave it empty.',
    });
  }

  onApplicationShutdown(): void {
    this.server?.close();
    this.server?.closeAllConnections();
  }

  private async answer({ method, url }: IncomingMessage, response: ServerResponse): Promise<void> {
    const report = method === 'GET' ? this.reportOf(url?.split('?')[0]) : null;
    const { status, body } = report === null ? NOT_HERE : await settle(report);
    response
      .writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' })
      .end(JSON.stringify(body));
  }

  private reportOf(path: string | undefined): Promise<object> | object | null {
    switch (path) {
      case '/health':
        return this.reports.all();
      case '/health/ready':
        return this.reports.ready();
      case '/health/live':
        return this.reports.live();
      default:
        return null;
    }
  }
}

interface Answer {
  readonly status: number;
  readonly body: object | string;
}

const NOT_HERE: Answer = { status: 404, body: { error: 'here is only /health, /health/ready and /health/live' } };

async function settle(report: Promise<object> | object): Promise<Answer> {
  try {
    return { status: 200, body: await report };
  } catch (error) {
    if (error instanceof HttpException) return { status: error.getStatus(), body: error.getResponse() };
    return { status: 503, body: { status: 'error' } };
  }
}
