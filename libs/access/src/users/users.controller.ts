import { User, UserDraft, UserEdit, Uuid } from '@council/contracts';
import { Body, Controller, Get, Param, Post, Put, SerializeOptions } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow } from '../guard/allow.decorator.js';
import { UsersService } from './users.service.js';

@ApiTags('users')
@Controller('api/v1/users')
export class UsersController {
  constructor(private readonly users: UsersService) {}

  @Get()
  @Allow('admin')
  @ApiOperation({ summary: 'List users, by name', operationId: 'listUsers' })
  @ApiOkResponse({ standardSchema: User, isArray: true })
  @SerializeOptions({ schema: User })
  list(): Promise<User[]> {
    return this.users.list();
  }

  @Post()
  @Allow('admin')
  @ApiOperation({
    summary: 'Add a user',
    description: 'The first one has to be an admin, and ends single-user mode: from then on people sign in.',
    operationId: 'createUser',
  })
  @ApiCreatedResponse({ standardSchema: User })
  @SerializeOptions({ schema: User })
  create(@Body({ schema: UserDraft }) draft: UserDraft): Promise<User> {
    return this.users.create(draft);
  }

  @Put(':id')
  @Allow('admin')
  @ApiOperation({
    summary: 'Change a role, a password, or whether somebody may sign in',
    operationId: 'updateUser',
  })
  @ApiOkResponse({ standardSchema: User })
  @SerializeOptions({ schema: User })
  edit(@Param('id', { schema: Uuid }) id: string, @Body({ schema: UserEdit }) edit: UserEdit): Promise<User> {
    return this.users.edit(id, edit);
  }
}
