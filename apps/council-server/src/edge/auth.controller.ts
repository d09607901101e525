import { label } from '@council/contracts';
import { AppError } from '@council/kernel';
import { Body, Controller, HttpCode, Post, Req, Res } from '@nestjs/common';
import { ApiNoContentResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { SESSION_COOKIE } from './api-token.js';
import { WhoMaySpeak } from './who-may-speak.js';

const TokenShown = z
  .object({ token: label(4_096) })
  .meta({ id: 'TokenShown', example: { token: 'what COUNCIL_API_TOKEN holds' } });

@ApiTags('auth')
@Controller('api/v1/auth')
export class AuthController {
  constructor(private readonly whoMaySpeak: WhoMaySpeak) {}

  /** The cookie is unreadable for scripts, goes to this site only, and ends with the browser's session. */
  @Post('token')
  @HttpCode(204)
  @ApiOperation({
    summary: 'Show the token once; a session cookie stands for it afterwards',
    operationId: 'showToken',
  })
  @ApiNoContentResponse({ description: 'The cookie is set; in single-user mode there is nothing to show.' })
  show(
    @Body({ schema: TokenShown }) { token }: z.infer<typeof TokenShown>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): void {
    const { apiToken } = this.whoMaySpeak;
    if (apiToken === null) return;
    if (!apiToken.isShown(token)) throw new AppError('unauthenticated', 'AUTH.TOKEN_WRONG', 'this is not the token');
    const secure = this.whoMaySpeak.isSecure(request) ? '; Secure' : '';
    reply.header(
      'set-cookie',
      `${SESSION_COOKIE}=${apiToken.newCookieValue()}; Path=/; HttpOnly; SameSite=Strict${secure}`,
    );
  }
}
