import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { KeyClaim } from './key-claim.js';

/** Where the interceptor leaves the claim for the handler that it lets through. */
export interface ClaimingRequest {
  keyClaim?: KeyClaim;
}

/** Beside `@Idempotent()`: the claim of this request, for its transaction; undefined when it came without a key. */
export const ClaimedKey = createParamDecorator(
  (_: unknown, context: ExecutionContext): KeyClaim | undefined =>
    context.switchToHttp().getRequest<ClaimingRequest>().keyClaim,
);
