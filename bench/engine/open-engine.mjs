// The server's own composition without its edge, with another model, on the database of DATABASE_URL. Passages are not
// indexed for search: that is no part of holding a session, and nothing that the engine is compared with does it.
import { DataSource } from 'typeorm';
import { Test } from '@nestjs/testing';

const built = (path) => import(new URL(`../../dist/${path}`, import.meta.url).href);
const { AppModule } = await built('apps/council-server/src/app.module.js');
const { parseEnvironment } = await built('libs/config/src/index.js');
const { ChatModel } = await built('libs/council-core/src/index.js');
const { PassageIndexer } = await built('libs/memory/src/index.js');
const { SessionDrafts } = await built('libs/council/src/sessions/session-drafts.js');
const { SessionsRepository } = await built('libs/council/src/sessions/sessions.repository.js');
const { openRow } = await built('libs/council/src/sessions/opened-row.js');
const { ExecuteRequest } = await built('libs/contracts/src/index.js');
const { newUuid } = await built('libs/kernel/src/index.js');

/** `model` null: the gateway, which speaks to LLM_BASE_URL. */
export async function openEngine(model, more = {}) {
  const config = parseEnvironment({
    ...{ DATABASE_URL: process.env.DATABASE_URL, PORT: '0', COUNCIL_NO_PROBE: '1', WORKER_CONCURRENCY: '1000' },
    ...{ LLM_PROVIDER: 'custom', LLM_MODEL: 'm', LLM_BASE_URL: 'http://127.0.0.1:9/v1' },
    ...more,
  });
  const composition = Test.createTestingModule({ imports: [await AppModule.forRoot(config)] })
    .setLogger(false)
    .overrideProvider(PassageIndexer)
    .useValue({ schedule: () => undefined });
  if (model !== null) composition.overrideProvider(ChatModel).useValue(model);
  const app = await composition.compile();
  await app.init();
  const get = (token) => app.get(token, { strict: false });
  return {
    get,
    database: get(DataSource),
    template: (request) => sessionsLike(get, request),
    close: () => app.close(),
  };
}

/**
 * A function that opens one session more like the one that is asked for. Its draft is made once, as LangGraph's graph is
 * compiled once; row and first event are written for each.
 */
async function sessionsLike(get, given) {
  const { created } = await get(SessionDrafts).draft(ExecuteRequest.parse(given));
  const sessions = get(SessionsRepository);
  return async () => {
    const session_uuid = newUuid();
    const named = { ...created, session_uuid };
    const row = openRow(named, { session_uuid, group_uuid: null, workflow_uuid: null });
    await sessions.create(row, [[{ event: 'session:created', data: named }]]);
    return session_uuid;
  };
}
