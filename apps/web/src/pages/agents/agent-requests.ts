import type { AgentDraft } from '@council/contracts';
import { api, call, newKey, type Schemas } from '@/api/client';

const at = (uuid: string) => ({ path: { id: uuid } });

export const createAgent = (body: AgentDraft): Promise<Schemas['Agent']> => call(api.POST('/api/v1/agents', { body }));

export const replaceAgent = (uuid: string, body: AgentDraft): Promise<Schemas['Agent']> =>
  call(api.PUT('/api/v1/agents/{id}', { params: at(uuid), body }));

export const deleteAgent = (uuid: string): Promise<unknown> =>
  call(api.DELETE('/api/v1/agents/{id}', { params: at(uuid) }));

/** Without a name it is the original's, marked as a copy. */
export const duplicateAgent = (uuid: string, copy: Schemas['AgentCopy']): Promise<Schemas['Agent']> => {
  const header = { 'Idempotency-Key': newKey() };
  return call(api.POST('/api/v1/agents/{id}/duplicate', { params: { ...at(uuid), header }, body: copy }));
};
