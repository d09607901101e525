import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Principal } from '../rules.js';
import { principalOf } from './asking.js';

/** Who asks. */
export const Who = createParamDecorator((_: unknown, context: ExecutionContext): Principal => {
  return principalOf(context.switchToHttp().getRequest<{ readonly raw: object }>().raw);
});
