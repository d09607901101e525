import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Access } from './access.js';
import { GroupPeopleController } from './groups/group-people.controller.js';
import { GroupPeople } from './groups/group-people.service.js';
import { GroupPersonEntity } from './groups/group-person.entity.js';
import { Identities } from './identities.js';
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
    TypeOrmModule.forFeature([
      UserEntity,
      SignInEntity,
      SignInTriesEntity,
      FirstAdminEntity,
      ApiTokenEntity,
      GroupPersonEntity,
    ]),
  ],
  controllers: [UsersController, ApiTokensController, GroupPeopleController],
  providers: [
    { provide: Identities, useClass: StoredIdentities },
    { provide: Rights, useClass: StoredRights },
    Access,
    UsersRepository,
    SignInTries,
    SignIns,
    UsersService,
    FirstAdmins,
    ApiTokens,
    GroupPeople,
  ],
  exports: [Identities, Rights, Access, SignIns, UsersService, FirstAdmins, ApiTokens],
})
export class AccessModule {}
