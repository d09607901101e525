import { GroupPerson, GroupPersonDraft, Uuid } from '@council/contracts';
import { Body, Controller, Delete, Get, HttpCode, Param, Put, SerializeOptions } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow } from '../guard/allow.decorator.js';
import { GroupPeople } from './group-people.service.js';

@ApiTags('groups')
@Controller('api/v1/groups/:id/people')
export class GroupPeopleController {
  constructor(private readonly people: GroupPeople) {}

  @Get()
  @Allow('viewer', 'group')
  @ApiOperation({ summary: 'List who belongs to a group', operationId: 'listGroupPeople' })
  @ApiOkResponse({ standardSchema: GroupPerson, isArray: true })
  @SerializeOptions({ schema: GroupPerson })
  list(@Param('id', { schema: Uuid }) id: string): Promise<GroupPerson[]> {
    return this.people.list(id);
  }

  @Put()
  @Allow('member', 'group-owner')
  @ApiOperation({ summary: 'Let somebody into a group, or give them another level', operationId: 'putGroupPerson' })
  @ApiOkResponse({ standardSchema: GroupPerson })
  @SerializeOptions({ schema: GroupPerson })
  put(
    @Param('id', { schema: Uuid }) id: string,
    @Body({ schema: GroupPersonDraft }) draft: GroupPersonDraft,
  ): Promise<GroupPerson> {
    return this.people.put(id, draft);
  }

  @Delete(':user_uuid')
  @Allow('member', 'group-owner')
  @HttpCode(204)
  @ApiOperation({ summary: 'Take somebody out of a group', operationId: 'removeGroupPerson' })
  @ApiNoContentResponse()
  remove(
    @Param('id', { schema: Uuid }) id: string,
    @Param('user_uuid', { schema: Uuid }) userUuid: string,
  ): Promise<void> {
    return this.people.remove(id, userUuid);
  }
}
