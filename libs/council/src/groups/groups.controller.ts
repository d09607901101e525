import { Allow, type Principal, Who } from '@council/access';
import { Group, GroupDraft, Uuid } from '@council/contracts';
import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, SerializeOptions } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { GroupsService } from './groups.service.js';

@ApiTags('groups')
@Controller('api/v1/groups')
export class GroupsController {
  constructor(private readonly groups: GroupsService) {}

  @Get()
  @Allow('viewer', 'own')
  @ApiOperation({ summary: 'List groups, newest first', operationId: 'listGroups' })
  @ApiOkResponse({ standardSchema: Group, isArray: true })
  @SerializeOptions({ schema: Group })
  list(@Who() who: Principal): Promise<Group[]> {
    return this.groups.list(who);
  }

  @Post()
  @Allow('member')
  @ApiOperation({ summary: 'Create a group', operationId: 'createGroup' })
  @ApiCreatedResponse({ standardSchema: Group })
  @SerializeOptions({ schema: Group })
  create(@Body({ schema: GroupDraft }) draft: GroupDraft, @Who() who: Principal): Promise<Group> {
    return this.groups.create(draft, who);
  }

  @Get(':id')
  @Allow('viewer', 'group')
  @ApiOperation({ summary: 'Read a group', operationId: 'getGroup' })
  @ApiOkResponse({ standardSchema: Group })
  @SerializeOptions({ schema: Group })
  get(@Param('id', { schema: Uuid }) id: string): Promise<Group> {
    return this.groups.get(id);
  }

  @Put(':id')
  @Allow('member', 'group-owner')
  @ApiOperation({ summary: 'Replace a group', operationId: 'updateGroup' })
  @ApiOkResponse({ standardSchema: Group })
  @SerializeOptions({ schema: Group })
  update(@Param('id', { schema: Uuid }) id: string, @Body({ schema: GroupDraft }) draft: GroupDraft): Promise<Group> {
    return this.groups.replace(id, draft);
  }

  @Delete(':id')
  @Allow('member', 'group-owner')
  @HttpCode(204)
  @ApiOperation({ summary: 'Delete a group and its sessions', operationId: 'deleteGroup' })
  @ApiNoContentResponse()
  delete(@Param('id', { schema: Uuid }) id: string): Promise<void> {
    return this.groups.delete(id);
  }
}
