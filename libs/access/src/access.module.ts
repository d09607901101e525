import { CacheModule } from '@council/cache';
import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Access } from './access.js';
import { AccessLogController } from './audit/access-log.controller.js';
import { AuditTrail } from './audit/audit-trail.js';
import { GroupPeopleController } from './groups/group-people.controller.js';
import { GroupPeople } from './groups/group-people.service.js';
import { GroupPersonEntity } from './groups/group-person.entity.js';
import { Identities } from './identities.js';
import { RateCounter } from './rates/rate-counter.js';
import { RateLimits } from './rates/rate-limits.js';
import { SharedRateCounter } from './rates/shared-rate-counter.js';
import { Rights } from './rights.js';
import { FirstAdminEntity } from './sign-in/first-admin.entity.js';
import { FirstAdmins } from './sign-in/first-admins.service.js';
import { SignInTriesEntity } from './sign-in/sign-in-tries.entity.js';
import { SignInTries } from './sign-in/sign-in-tries.js';
import { SignInEntity } from './sign-in/sign-in.entity.js';
import { SignIns } from './sign-in/sign-ins.service.js';
import { StoredIdentities } from './stored-identities.js';
import { StoredRights } from './stored-rights.js';
import { ApiTokenEntity } from './tokens/api-token.entity.js';
import { ApiTokensController } from './tokens/api-tokens.controller.js';
import { ApiTokens } from './tokens/api-tokens.service.js';
import { UserEntity } from './users/user.entity.js';
import { UsersController } from './users/users.controller.js';
import { UsersRepository } from './users/users.repository.js';
import { UsersService } from './users/users.service.js';

/** Who may do what. Global: every module has things that belong to somebody. */
@Global()
@Module({
  imports: [
    CacheModule,
    TypeOrmModule.forFeature([
      UserEntity,
      SignInEntity,
      SignInTriesEntity,
      FirstAdminEntity,
      ApiTokenEntity,
      GroupPersonEntity,
    ]),
  ],
  controllers: [AccessLogController, UsersController, ApiTokensController, GroupPeopleController],
  providers: [
    { provide: Identities, useClass: StoredIdentities },
    { provide: Rights, useClass: StoredRights },
    Access,
    { provide: RateCounter, useClass: SharedRateCounter },
    RateLimits,
    AuditTrail,
    UsersRepository,
    SignInTries,
    SignIns,
    UsersService,
    FirstAdmins,
    ApiTokens,
    GroupPeople,
  ],
  exports: [
    AuditTrail,
    RateLimits,
    Identities,
    Rights,
    Access,
    SignIns,
    UsersService,
    FirstAdmins,
    ApiTokens,
    GroupPeople,
  ],
})
export class AccessModule {}
