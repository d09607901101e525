import { Access, Identities, Rights } from '@council/access';
import { Global, Module } from '@nestjs/common';

class NoIdentities extends Identities {
  override hasUsers = () => Promise.resolve(false);
  override ofCookie = () => Promise.resolve(null);
  override ofToken = () => Promise.resolve(null);
  override again = () => Promise.resolve(null);
}

class NoRights extends Rights {
  override of = () => Promise.resolve(null);
}

/** For an edge without a database behind it: there are no users, and nothing belongs to anybody. */
@Global()
@Module({
  providers: [Access, { provide: Identities, useClass: NoIdentities }, { provide: Rights, useClass: NoRights }],
  exports: [Access, Identities],
})
export class NoUsersModule {}
