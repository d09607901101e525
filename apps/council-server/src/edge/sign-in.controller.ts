import { Allow, askingOf, FirstAdmins, Identities, rememberAsking, SignIns, UsersService } from '@council/access';
import { FirstAdmin, PasswordChange, SignIn, User } from '@council/contracts';
import { AppError } from '@council/kernel';
import { Body, Controller, HttpCode, Post, Put, Req, Res, SerializeOptions } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { endedCookies, sessionCookies } from './session-cookie.js';
import { WhoMaySpeak } from './who-may-speak.js';

@ApiTags('auth')
@Controller('api/v1/auth')
export class SignInController {
  constructor(
    private readonly whoMaySpeak: WhoMaySpeak,
    private readonly signIns: SignIns,
    private readonly firstAdmins: FirstAdmins,
    private readonly users: UsersService,
    private readonly identities: Identities,
  ) {}

  @Post('sign-in')
  @Allow('public')
  @HttpCode(204)
  @ApiOperation({
    summary: 'Sign in with name and password',
    description:
      'Sets two cookies: council_session, which no script reads, and council_csrf, whose value every write has to repeat in X-CSRF-Token.',
    operationId: 'signIn',
  })
  @ApiNoContentResponse()
  async signIn(
    @Body({ schema: SignIn }) { name, password }: SignIn,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    const value = await this.signIns.signIn(name, password, askingOf(request.raw).address);
    await this.open(request, reply, value);
  }

  @Post('first-admin')
  @Allow('public')
  @ApiOperation({
    summary: 'Become the first admin with the token that the server printed into its log',
    operationId: 'makeFirstAdmin',
  })
  @ApiCreatedResponse({ standardSchema: User })
  @SerializeOptions({ schema: User })
  async firstAdmin(
    @Body({ schema: FirstAdmin }) body: FirstAdmin,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<User> {
    const user = await this.firstAdmins.claim(body);
    await this.open(request, reply, await this.signIns.open(user.user_uuid));
    return user;
  }

  @Post('sign-out')
  @Allow('viewer', 'own')
  @HttpCode(204)
  @ApiOperation({ summary: 'Sign out: the cookie is worth nothing from now on', operationId: 'signOut' })
  @ApiNoContentResponse()
  async signOut(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    const { principal, credential } = askingOf(request.raw);
    if (principal?.by === 'cookie' && credential !== null) await this.signIns.end(credential);
    reply.header('set-cookie', endedCookies(this.whoMaySpeak.isSecure(request.raw)));
  }

  @Put('password')
  @Allow('viewer', 'own')
  @HttpCode(204)
  @ApiOperation({
    summary: "Change one's own password",
    description: 'All other browsers have to sign in again. Tokens of programs stay.',
    operationId: 'changePassword',
  })
  @ApiNoContentResponse()
  async changePassword(
    @Body({ schema: PasswordChange }) change: PasswordChange,
    @Req() request: FastifyRequest,
  ): Promise<void> {
    const { principal, credential, address } = askingOf(request.raw);
    if (principal?.by !== 'cookie' || principal.userUuid === null || credential === null) {
      throw new AppError('forbidden', 'AUTH.PEOPLE_ONLY', 'only a person who has signed in may do that');
    }
    await this.users.changeOwnPassword(principal.userUuid, change, { cookie: credential, address });
  }

  /** From here on it is known who asked: the trail names them. */
  private async open(request: FastifyRequest, reply: FastifyReply, value: string): Promise<void> {
    rememberAsking(request.raw, { ...askingOf(request.raw), principal: await this.identities.ofCookie(value) });
    reply.header('set-cookie', sessionCookies(value, this.whoMaySpeak.isSecure(request.raw)));
  }
}
