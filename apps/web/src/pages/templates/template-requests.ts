import { api, call, newKey, type Schemas } from '@/api/client';
import { ImportRefusal } from '@/library/read-import';

type Draft = Schemas['TemplateDraft'];

const at = (uuid: string) => ({ path: { id: uuid } });

export const createTemplate = (body: Draft): Promise<Schemas['Template']> =>
  call(api.POST('/api/v1/templates', { params: { header: { 'Idempotency-Key': newKey() } }, body }));

/** Kept only when a session could be started with it; else everything that is wrong with its graph. */
export async function importTemplate(draft: Draft): Promise<Schemas['Template']> {
  const { valid, issues } = await call(api.POST('/api/v1/workflows/validate', { body: { graph: draft.graph } }));
  if (!valid) throw new ImportRefusal(issues.map(({ path, ...said }) => ({ path: `graph.${path}`, ...said })));
  return createTemplate(draft);
}

export const replaceTemplate = (uuid: string, body: Draft): Promise<Schemas['Template']> =>
  call(api.PUT('/api/v1/templates/{id}', { params: at(uuid), body }));

export const deleteTemplate = (uuid: string): Promise<unknown> =>
  call(api.DELETE('/api/v1/templates/{id}', { params: at(uuid) }));
