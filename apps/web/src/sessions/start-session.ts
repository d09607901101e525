import { api, call, newKey, type Schemas } from '@/api/client';
import type { operations } from '@/api/schema';

type StartRequest = operations['execute']['requestBody']['content']['application/json'];

/** A key of its own for each try: what is sent twice on its way does not start two sessions. */
export function startSession(body: StartRequest): Promise<Schemas['SessionStarted']> {
  return call(api.POST('/api/v1/workflows/execute', { params: { header: { 'Idempotency-Key': newKey() } }, body }));
}
