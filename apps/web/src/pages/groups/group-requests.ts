import type { GroupDraft } from '@council/contracts';
import { api, call, type Schemas } from '@/api/client';

const at = (uuid: string) => ({ path: { id: uuid } });

export const createGroup = (body: GroupDraft): Promise<Schemas['Group']> => call(api.POST('/api/v1/groups', { body }));

export const replaceGroup = (uuid: string, body: GroupDraft): Promise<Schemas['Group']> =>
  call(api.PUT('/api/v1/groups/{id}', { params: at(uuid), body }));

export const deleteGroup = (uuid: string): Promise<unknown> =>
  call(api.DELETE('/api/v1/groups/{id}', { params: at(uuid) }));
