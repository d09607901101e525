import { api, call, newKey, type Schemas } from '@/api/client';
import type { operations } from '@/api/schema';

export type StartRequest = operations['execute']['requestBody']['content']['application/json'];

/** What is sent twice with one key does not start two sessions: a try after a broken connection keeps its key. */
export function startSession(body: StartRequest, key: string = newKey()): Promise<Schemas['SessionStarted']> {
  return call(api.POST('/api/v1/workflows/execute', { params: { header: { 'Idempotency-Key': key } }, body }));
}
