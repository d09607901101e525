import { type ArgumentsHost, Catch, type ExceptionFilter, ServiceUnavailableException } from '@nestjs/common';

interface Reply {
  status(code: number): { send(body: unknown): unknown };
}

/** Terminus throws its report when something is down. Probes read that report, so it leaves as it is, not as a problem. */
@Catch(ServiceUnavailableException)
export class HealthFilter implements ExceptionFilter<ServiceUnavailableException> {
  catch(error: ServiceUnavailableException, host: ArgumentsHost): void {
    host.switchToHttp().getResponse<Reply>().status(503).send(error.getResponse());
  }
}
