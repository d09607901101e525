import { setTimeout } from 'node:timers/promises';
import {
  Access,
  type Asking,
  Identities,
  OWNER,
  type Principal,
  RateLimits,
  Rights,
  roleTooLow,
  hasRole,
} from '@council/access';
import type { RateClass } from '@council/config';
import type { Command } from '@council/contracts';
import { AppError } from '@council/kernel';
import { Injectable } from '@nestjs/common';

/** What a command asks of whoever sends it: the decisions that routes carry, for the socket. */
const NEEDS: Readonly<Record<Command['cmd'], 'viewer' | 'member'>> = {
  ping: 'viewer',
  unsubscribe: 'viewer',
  subscribe: 'viewer',
  start_session: 'member',
  pause_session: 'member',
  resume_session: 'member',
  user_input: 'member',
};

/** By which limit a command is counted; as requests, it costs whoever asks. */
const COUNTED: Readonly<Record<Command['cmd'], RateClass>> = {
  ping: 'reads',
  unsubscribe: 'reads',
  subscribe: 'reads',
  start_session: 'execute',
  pause_session: 'writes',
  resume_session: 'writes',
  user_input: 'writes',
};

const WAIT_MS = 1_000;

/** A line stays open while people sign out, lose a role or leave a group: it is asked again, at each command and in between. */
@Injectable()
export class LiveRights {
  constructor(
    private readonly identities: Identities,
    private readonly access: Access,
    private readonly rights: Rights,
    private readonly limits: RateLimits,
  ) {}

  /** Who sends the command, as they are now. Throws what stands against it. */
  async judge(asking: Asking, command: Command): Promise<Principal> {
    // Before the database is asked who that is.
    await this.count(COUNTED[command.cmd], asking);
    const who = await this.now(asking);
    if (who === null) throw new AppError('unauthenticated', 'AUTH.REQUIRED', 'you have to sign in again');
    const need = NEEDS[command.cmd];
    const sessionUuid = sessionOf(command);
    if (sessionUuid !== null) {
      await this.access.assert(who, 'session', sessionUuid, need === 'viewer' ? 'see' : 'act');
    }
    if (!hasRole(who, need)) throw roleTooLow(need, who);
    return who;
  }

  async mayWatch(asking: Asking, sessionUuid: string): Promise<boolean> {
    const who = await this.now(asking);
    return who !== null && (await this.access.rule(who, 'session', sessionUuid, 'see')) === 'allowed';
  }

  /** Null: nobody who is a user. */
  async starterOf(sessionUuid: string): Promise<string | null> {
    return (await this.rights.of('session', sessionUuid, OWNER))?.createdBy ?? null;
  }

  /** What is only asked waits for its turn: whoever comes back watches many sessions at once, and loses none of them. */
  private async count(kind: RateClass, asking: Asking): Promise<void> {
    try {
      await this.limits.take(kind, asking);
    } catch (error) {
      if (kind !== 'reads' || !(error instanceof AppError) || error.kind !== 'rate-limited') throw error;
      await setTimeout(WAIT_MS, undefined, { ref: false });
      await this.count(kind, asking);
    }
  }

  private async now({ principal, credential }: Asking): Promise<Principal | null> {
    return principal === null ? null : this.identities.again(principal, credential);
  }
}

function sessionOf(command: Command): string | null {
  switch (command.cmd) {
    case 'subscribe':
      return command.session_uuid;
    case 'pause_session':
    case 'resume_session':
      return command.data;
    case 'user_input':
      return command.data.session_uuid;
    case 'ping':
    case 'unsubscribe':
    case 'start_session':
      return null;
  }
}
