import {
  Access,
  AuditTrail,
  GroupPeople,
  Identities,
  MemoryRateCounter,
  RateCounter,
  RateLimits,
  Rights,
} from '@council/access';
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
  providers: [
    Access,
    RateLimits,
    { provide: RateCounter, useFactory: () => new MemoryRateCounter() },
    { provide: AuditTrail, useValue: { note: () => undefined } },
    { provide: Identities, useClass: NoIdentities },
    { provide: Rights, useClass: NoRights },
    { provide: GroupPeople, useValue: { levelsOf: () => Promise.resolve([]) } },
  ],
  exports: [Access, AuditTrail, GroupPeople, Identities, RateLimits],
})
export class NoUsersModule {}
