import { Allow, askingOf, GroupPeople, Identities } from '@council/access';
import { label, Me } from '@council/contracts';
import { AppError } from '@council/kernel';
import { Body, Controller, Get, HttpCode, Post, Req, Res, SerializeOptions } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { sessionCookies } from './session-cookie.js';
import { WhoMaySpeak } from './who-may-speak.js';

const TokenShown = z
  .object({ token: label(4_096) })
  .meta({ id: 'TokenShown', example: { token: 'what COUNCIL_API_TOKEN holds' } });

@ApiTags('auth')
@Controller('api/v1/auth')
export class AuthController {
  constructor(
    private readonly whoMaySpeak: WhoMaySpeak,
    private readonly identities: Identities,
    private readonly people: GroupPeople,
  ) {}

  @Get('me')
  @Allow('public')
  @ApiOperation({ summary: 'Who asks, and how one signs in here', operationId: 'getMe' })
  @ApiOkResponse({ standardSchema: Me })
  @SerializeOptions({ schema: Me })
  async me(@Req() request: FastifyRequest): Promise<Me> {
    const mode = await this.whoMaySpeak.mode();
    const { principal } = askingOf(request.raw);
    return {
      mode,
      needs_first_admin: mode !== 'single-user' && !(await this.identities.hasUsers()),
      role: principal?.role ?? null,
      user: principal?.userUuid == null ? null : { user_uuid: principal.userUuid, name: principal.name },
      groups: principal === null ? [] : await this.people.levelsOf(principal),
    };
  }

  /** The cookie is unreadable for scripts, goes to this site only, and ends with the browser's session. */
  @Post('token')
  @Allow('public')
  @HttpCode(204)
  @ApiOperation({
    summary: 'Show COUNCIL_API_TOKEN once; a session cookie stands for it afterwards',
    operationId: 'showToken',
  })
  @ApiNoContentResponse({ description: 'The cookie is set; in single-user mode there is nothing to show.' })
  async show(
    @Body({ schema: TokenShown }) { token }: z.infer<typeof TokenShown>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    const { apiToken } = this.whoMaySpeak;
    if (apiToken === null && (await this.whoMaySpeak.mode()) === 'single-user') return;
    if (apiToken?.isShown(token) !== true) {
      throw new AppError('unauthenticated', 'AUTH.TOKEN_WRONG', 'this is not the token');
    }
    reply.header('set-cookie', sessionCookies(apiToken.newCookieValue(), this.whoMaySpeak.isSecure(request.raw)));
  }
}
