import { principalOf } from '@council/access';
import { AppError, sha256 } from '@council/kernel';
import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { defer, lastValueFrom, type Observable } from 'rxjs';
import type { ClaimingRequest } from './claimed-key.decorator.js';
import { IdempotencyService } from './idempotency.service.js';

/** What is read of the request and set on the reply: any HTTP adapter of Nest has it. */
interface Request extends ClaimingRequest {
  readonly raw: object;
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: unknown;
}
interface Reply {
  statusCode: number;
  code(status: number): unknown;
  header(name: string, value: string): unknown;
}

/** All that are no users are one. */
const NO_USER = 'local';

/** Honours `Idempotency-Key` on the routes that carry `@Idempotent()`; without the header nothing changes. */
@Injectable()
export class IdempotencyInterceptor implements NestInterceptor {
  constructor(private readonly idempotency: IdempotencyService) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<Request>();
    const reply = context.switchToHttp().getResponse<Reply>();
    const key = request.headers['idempotency-key'];
    if (key === undefined) return next.handle();
    return defer(async () => {
      const answer = await this.idempotency.once(
        { principal: principalOf(request.raw).userUuid ?? NO_USER, key: checked(key) },
        hashOf(request),
        reply.statusCode,
        (claim) => {
          request.keyClaim = claim;
          return lastValueFrom(next.handle(), { defaultValue: undefined });
        },
      );
      if (answer.isRepeated) {
        reply.code(answer.status);
        reply.header('idempotency-replayed', 'true');
      }
      return answer.body;
    });
  }
}

function checked(key: string | string[]): string {
  if (typeof key === 'string' && /^[\x21-\x7e]{1,255}$/.test(key)) return key;
  throw new AppError('malformed', 'IDEMPOTENCY.KEY_MALFORMED', 'Idempotency-Key must be 1 to 255 printable characters');
}

/** The route belongs to it: one key for two routes is a mistake of the client, not a repetition. */
function hashOf(request: Request): string {
  return sha256(`${request.method} ${request.url}\n${JSON.stringify(sorted(request.body))}`);
}

/** The same object whatever order its keys came in. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value ?? null;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, inner]) => [name, sorted(inner)]),
  );
}
