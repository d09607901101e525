import { SEEDED_AGENTS } from '@council/council-core';
import { debateOn } from './api-client.js';
import { COUNCIL_DEBATE } from './council-client.mjs';
import { drawGraph } from './drawn-graphs.js';

/** A request that has to be refused. `raw`: the body as it is; else `body` goes as JSON. */
export interface BadRequest {
  readonly what: string;
  readonly request: `${'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'} /${string}`;
  readonly body?: unknown;
  readonly raw?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly answer: `${number} ${string}`;
  /** The path of one of its issues. */
  readonly issue?: string;
}

const NOBODY = '00000000-0000-4000-8000-000000000000';
const JSON_TYPE = { 'content-type': 'application/json' };
const EXECUTE = 'POST /workflows/execute';
const DOCUMENT = '# A plan\n\nWe will open a second shop because the first one is full.\n';
const debate = debateOn(DOCUMENT);
const ask = (more: object): object => ({
  template_uuid: COUNCIL_DEBATE,
  input: { document_content: DOCUMENT, ...more },
});
const agent = {
  name: 'A',
  persona_prompt: 'You are A.',
  model_config: { provider: 'deepseek', model: 'deepseek-chat' },
};
const template = { name: 'T', graph: drawGraph() };
const tooLong = (length: number): string => 'x'.repeat(length + 1);
const SIX_MB = JSON.stringify(ask({ combined_context: 'x'.repeat(6 * 1024 * 1024) }));

export const UNREADABLE: readonly BadRequest[] = [
  { what: 'an empty body', request: EXECUTE, answer: '400 REQUEST.BODY_EMPTY' },
  { what: 'an empty body of JSON', request: EXECUTE, raw: '', headers: JSON_TYPE, answer: '400 REQUEST.BODY_EMPTY' },
  {
    what: 'malformed JSON',
    request: EXECUTE,
    raw: '{"input":',
    headers: JSON_TYPE,
    answer: '400 REQUEST.MALFORMED_JSON',
  },
  { what: 'no object', request: EXECUTE, raw: '[1]', headers: JSON_TYPE, answer: '422 REQUEST.INVALID' },
  { what: 'null', request: EXECUTE, raw: 'null', headers: JSON_TYPE, answer: '422 REQUEST.INVALID' },
  { what: '6 MB', request: EXECUTE, raw: SIX_MB, headers: JSON_TYPE, answer: '413 REQUEST.TOO_LARGE' },
  {
    what: '6 MB of unannounced length',
    request: EXECUTE,
    raw: SIX_MB,
    headers: { ...JSON_TYPE, 'transfer-encoding': 'chunked' },
    answer: '413 REQUEST.TOO_LARGE',
  },
  {
    what: 'plain text',
    request: EXECUTE,
    raw: 'hello',
    headers: { 'content-type': 'text/plain' },
    answer: '415 REQUEST.MEDIA_TYPE',
  },
  {
    what: 'a form',
    request: EXECUTE,
    raw: 'a=1',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    answer: '415 REQUEST.MEDIA_TYPE',
  },
  { what: 'a body of no type', request: EXECUTE, raw: '{}', answer: '415 REQUEST.MEDIA_TYPE' },
  { what: 'an unknown address', request: 'GET /oracles', answer: '404 ROUTE.NOT_FOUND' },
  { what: 'an address that cannot be decoded', request: 'GET /agents/%E0%A4%A', answer: '400 REQUEST.BAD_URL' },
  { what: 'a method that is not there', request: 'PATCH /agents', body: agent, answer: '404 ROUTE.NOT_FOUND' },
  {
    what: 'an Idempotency-Key with a space',
    request: EXECUTE,
    body: debate,
    headers: { 'idempotency-key': 'a b' },
    answer: '400 IDEMPOTENCY.KEY_MALFORMED',
  },
];

export const UNASKABLE: readonly BadRequest[] = [
  {
    what: 'nothing asked',
    request: EXECUTE,
    body: { template_uuid: COUNCIL_DEBATE, input: {} },
    answer: '422 SESSION.NOTHING_ASKED',
  },
  {
    what: 'white space asked',
    request: EXECUTE,
    body: { template_uuid: COUNCIL_DEBATE, input: { document_content: ' \n ' } },
    answer: '422 SESSION.NOTHING_ASKED',
  },
  {
    what: 'a question without a document, for the rehearsal engine',
    request: EXECUTE,
    body: { template_uuid: COUNCIL_DEBATE, input: { optimization_objective: 'Shall we?' } },
    answer: '422 REHEARSAL.NEEDS_DOCUMENT',
  },
  { what: 'no graph', request: EXECUTE, body: { input: debate['input'] }, answer: '422 SESSION.ONE_GRAPH' },
  {
    what: 'a graph and a template',
    request: EXECUTE,
    body: { ...debate, graph: drawGraph() },
    answer: '422 SESSION.ONE_GRAPH',
  },
  {
    what: 'a template and a workflow',
    request: EXECUTE,
    body: { ...debate, workflow_uuid: NOBODY },
    answer: '422 SESSION.ONE_GRAPH',
  },
  {
    what: 'an unknown template',
    request: EXECUTE,
    body: { ...debate, template_uuid: NOBODY },
    answer: '404 TEMPLATE.NOT_FOUND',
  },
  {
    what: 'an unknown workflow',
    request: EXECUTE,
    body: { ...debate, template_uuid: undefined, workflow_uuid: NOBODY },
    answer: '404 WORKFLOW.NOT_FOUND',
  },
  {
    what: 'an unknown group',
    request: EXECUTE,
    body: { ...debate, group_uuid: NOBODY },
    answer: '422 SESSION.GROUP_UNKNOWN',
    issue: 'group_uuid',
  },
  {
    what: 'an unknown agent',
    request: EXECUTE,
    body: {
      input: debate['input'],
      graph: drawGraph({
        voice: { node_id: 'voice', type: 'agent', next_ids: ['end'], properties: { agent_uuid: NOBODY } },
      }),
    },
    answer: '422 SESSION.AGENT_UNKNOWN',
    issue: 'graph.nodes.voice.properties.agent_uuid',
  },
  {
    what: 'another model for an agent without a seat',
    request: EXECUTE,
    body: { ...debate, overrides: { [NOBODY]: { provider: 'openai', model: 'm' } } },
    answer: '422 SESSION.OVERRIDE_UNSEATED',
  },
  {
    what: 'a model server for one seat, and nothing for the others',
    request: EXECUTE,
    body: { ...debate, overrides: { [SEEDED_AGENTS.affirmative]: { provider: 'ollama', model: 'm' } } },
    answer: '422 SESSION.SEAT_WITHOUT_MODEL',
  },
  {
    what: 'a kind that cannot run yet',
    request: EXECUTE,
    body: {
      input: debate['input'],
      graph: drawGraph({ voice: { node_id: 'voice', type: 'vote', next_ids: ['end'] } }),
    },
    answer: '422 GRAPH.KIND_UNAVAILABLE',
  },
  {
    what: 'a graph with an id that is none',
    request: EXECUTE,
    body: { input: debate['input'], graph: drawGraph({}, { workflow_uuid: 'mine' }) },
    answer: '422 GRAPH.WORKFLOW_ID',
  },
  {
    what: 'a budget, which nothing would enforce',
    request: EXECUTE,
    body: { ...debate, budget: { usd: 1 } },
    answer: '422 REQUEST.INVALID',
    issue: 'budget',
  },
  {
    what: 'a template that is no uuid',
    request: EXECUTE,
    body: { ...debate, template_uuid: 'debate' },
    answer: '422 REQUEST.INVALID',
    issue: 'template_uuid',
  },
  {
    what: 'a language that it does not speak',
    request: EXECUTE,
    body: { ...debate, language: 'xx' },
    answer: '422 REQUEST.INVALID',
    issue: 'language',
  },
  {
    what: 'an over-long title',
    request: EXECUTE,
    body: { ...debate, title: tooLong(200) },
    answer: '422 REQUEST.INVALID',
    issue: 'title',
  },
  {
    what: 'an over-long objective',
    request: EXECUTE,
    body: ask({ optimization_objective: tooLong(20_000) }),
    answer: '422 REQUEST.INVALID',
    issue: 'input.optimization_objective',
  },
  {
    what: 'a number for a document',
    request: EXECUTE,
    body: ask({ document_content: 7 }),
    answer: '422 REQUEST.INVALID',
    issue: 'input.document_content',
  },
  {
    what: 'NUL in the document',
    request: EXECUTE,
    body: ask({ document_content: 'PK\u0003\u0004\u0000' }),
    answer: '422 REQUEST.INVALID',
    issue: 'input.document_content',
  },
  {
    what: 'half a character in the document',
    request: EXECUTE,
    body: ask({ document_content: 'A plan \ud83d.' }),
    answer: '422 REQUEST.INVALID',
    issue: 'input.document_content',
  },
  {
    what: 'a proposal nested without end',
    request: EXECUTE,
    raw: `{"input":{"proposal":{"deep":${'['.repeat(200_000)}${']'.repeat(200_000)}}}}`,
    headers: JSON_TYPE,
    answer: '422 REQUEST.INVALID',
    issue: 'input',
  },
  {
    what: 'NUL within a proposal',
    request: EXECUTE,
    body: ask({ proposal: { deep: ['\u0000'] } }),
    answer: '422 REQUEST.INVALID',
  },
];

export const UNKEEPABLE: readonly BadRequest[] = [
  {
    what: 'an agent of an over-long name',
    request: 'POST /agents',
    body: { ...agent, name: tooLong(64) },
    answer: '422 REQUEST.INVALID',
    issue: 'name',
  },
  {
    what: 'an agent of a blank name',
    request: 'POST /agents',
    body: { ...agent, name: ' ' },
    answer: '422 REQUEST.INVALID',
    issue: 'name',
  },
  {
    what: 'an agent too warm',
    request: 'POST /agents',
    body: { ...agent, model_config: { ...agent.model_config, temperature: 3 } },
    answer: '422 REQUEST.INVALID',
    issue: 'model_config.temperature',
  },
  {
    what: 'an agent with half a character',
    request: 'POST /agents',
    body: { ...agent, model_config: { ...agent.model_config, model: 'm\udc00' } },
    answer: '422 REQUEST.INVALID',
    issue: 'model_config.model',
  },
  {
    what: 'an agent of nothing',
    request: 'POST /agents',
    body: {},
    answer: '422 REQUEST.INVALID',
    issue: 'persona_prompt',
  },
  { what: 'an agent that is not there', request: `PUT /agents/${NOBODY}`, body: agent, answer: '404 AGENT.NOT_FOUND' },
  { what: 'an agent that is not there, deleted', request: `DELETE /agents/${NOBODY}`, answer: '404 AGENT.NOT_FOUND' },
  { what: 'an agent of a wrong uuid', request: 'GET /agents/7', answer: '400 REQUEST.MALFORMED', issue: 'id' },
  {
    what: 'a group of an over-long name',
    request: 'POST /groups',
    body: { name: tooLong(128) },
    answer: '422 REQUEST.INVALID',
    issue: 'name',
  },
  {
    what: 'a group of unknown agents',
    request: 'POST /groups',
    body: { name: 'G', default_agent_uuids: [NOBODY] },
    answer: '422 GROUP.AGENT_UNKNOWN',
    issue: 'default_agent_uuids.0',
  },
  {
    what: 'a group that is not there',
    request: `PUT /groups/${NOBODY}`,
    body: { name: 'G' },
    answer: '404 GROUP.NOT_FOUND',
  },
  { what: 'a group that is not there, deleted', request: `DELETE /groups/${NOBODY}`, answer: '404 GROUP.NOT_FOUND' },
  {
    what: 'a workflow of an over-long name',
    request: 'POST /workflows',
    body: drawGraph({}, { name: tooLong(128) }),
    answer: '422 REQUEST.INVALID',
    issue: 'name',
  },
  {
    what: 'a workflow with NUL deep inside',
    request: 'POST /workflows',
    body: drawGraph({ voice: { node_id: 'voice', type: 'vote', next_ids: ['end'], properties: { note: 'a\u0000' } } }),
    answer: '422 REQUEST.INVALID',
    issue: 'nodes.voice.properties.note',
  },
  {
    what: 'a workflow of a wrong uuid',
    request: 'POST /workflows',
    body: drawGraph({}, { workflow_uuid: 'mine' }),
    answer: '422 REQUEST.INVALID',
    issue: 'workflow_uuid',
  },
  {
    what: 'a workflow that is not there',
    request: `PUT /workflows/${NOBODY}`,
    body: drawGraph(),
    answer: '404 WORKFLOW.NOT_FOUND',
  },
  {
    what: 'a workflow that is not there, deleted',
    request: `DELETE /workflows/${NOBODY}`,
    answer: '404 WORKFLOW.NOT_FOUND',
  },
  {
    what: 'a workflow that leads to what every object has',
    request: 'POST /workflows',
    body: drawGraph({ voice: { node_id: 'voice', type: 'vote', next_ids: ['constructor'] } }),
    answer: '422 REQUEST.INVALID',
    issue: 'nodes.voice.next_ids.0',
  },
  {
    what: 'a workflow that starts at what every object has',
    request: 'POST /workflows',
    body: drawGraph({}, { start_node_id: 'toString' }),
    answer: '422 REQUEST.INVALID',
    issue: 'start_node_id',
  },
  {
    what: 'a template without a graph',
    request: 'POST /templates',
    body: { name: 'T' },
    answer: '422 REQUEST.INVALID',
    issue: 'graph',
  },
  {
    what: 'a template of an unknown category',
    request: 'POST /templates',
    body: { ...template, category: 'x' },
    answer: '422 REQUEST.INVALID',
    issue: 'category',
  },
  {
    what: 'a template that is not there',
    request: `PUT /templates/${NOBODY}`,
    body: template,
    answer: '404 TEMPLATE.NOT_FOUND',
  },
  {
    what: 'a system template, changed',
    request: `PUT /templates/${COUNCIL_DEBATE}`,
    body: template,
    answer: '403 TEMPLATE.IS_SYSTEM',
  },
  {
    what: 'a system template, deleted',
    request: `DELETE /templates/${COUNCIL_DEBATE}`,
    answer: '403 TEMPLATE.IS_SYSTEM',
  },
  {
    what: 'a memory of no group',
    request: 'POST /memory/ingest',
    body: { content: 'x' },
    answer: '422 REQUEST.INVALID',
    issue: 'group_id',
  },
  {
    what: 'a memory of an unknown group',
    request: 'POST /memory/ingest',
    body: { group_id: NOBODY, content: 'x' },
    answer: '404 GROUP.NOT_FOUND',
  },
  {
    what: 'a memory of nothing',
    request: 'POST /memory/ingest',
    body: { group_id: NOBODY, content: ' ' },
    answer: '422 REQUEST.INVALID',
    issue: 'content',
  },
  {
    what: 'a question to an unknown group',
    request: 'POST /memory/query',
    body: { group_id: NOBODY, query: 'x' },
    answer: '404 GROUP.NOT_FOUND',
  },
];

export const UNFINDABLE: readonly BadRequest[] = [
  { what: 'an unknown session', request: `GET /sessions/${NOBODY}`, answer: '404 SESSION.NOT_FOUND' },
  { what: 'its events', request: `GET /sessions/${NOBODY}/events`, answer: '404 SESSION.NOT_FOUND' },
  { what: 'its messages', request: `GET /sessions/${NOBODY}/messages`, answer: '404 SESSION.NOT_FOUND' },
  { what: 'its report', request: `GET /sessions/${NOBODY}/report`, answer: '404 SESSION.NOT_FOUND' },
  { what: 'its stream', request: `GET /sessions/${NOBODY}/stream`, answer: '404 SESSION.NOT_FOUND' },
  {
    what: 'its end',
    request: `POST /sessions/${NOBODY}/control`,
    body: { action: 'stop' },
    answer: '404 SESSION.NOT_FOUND',
  },
  { what: 'its deletion', request: `DELETE /sessions/${NOBODY}`, answer: '404 SESSION.NOT_FOUND' },
  {
    what: 'an unknown action',
    request: `POST /sessions/${NOBODY}/control`,
    body: { action: 'explode' },
    answer: '422 REQUEST.INVALID',
    issue: 'action',
  },
  { what: 'a session of a wrong uuid', request: 'GET /sessions/last', answer: '400 REQUEST.MALFORMED', issue: 'id' },
  {
    what: 'the stream of a wrong uuid',
    request: 'GET /sessions/last/stream',
    answer: '400 REQUEST.MALFORMED',
    issue: 'id',
  },
  { what: 'a negative limit', request: 'GET /sessions?limit=-1', answer: '400 REQUEST.MALFORMED', issue: 'limit' },
  {
    what: 'a limit beyond the limit',
    request: 'GET /sessions?limit=101',
    answer: '400 REQUEST.MALFORMED',
    issue: 'limit',
  },
  { what: 'a limit of words', request: 'GET /sessions?limit=many', answer: '400 REQUEST.MALFORMED', issue: 'limit' },
  {
    what: 'a limit given twice',
    request: 'GET /sessions?limit=1&limit=2',
    answer: '400 REQUEST.MALFORMED',
    issue: 'limit',
  },
  {
    what: 'an unknown status',
    request: 'GET /sessions?status=asleep',
    answer: '400 REQUEST.MALFORMED',
    issue: 'status',
  },
  { what: 'a cursor of another list', request: 'GET /sessions?cursor=abc', answer: '400 QUERY.CURSOR' },
  { what: 'NUL in a search', request: 'GET /sessions?q=%00', answer: '400 REQUEST.MALFORMED', issue: 'q' },
  {
    what: 'a negative since',
    request: `GET /sessions/${NOBODY}/events?since=-1`,
    answer: '400 REQUEST.MALFORMED',
    issue: 'since',
  },
  {
    what: 'a negative limit of events',
    request: `GET /sessions/${NOBODY}/events?limit=-5`,
    answer: '400 REQUEST.MALFORMED',
    issue: 'limit',
  },
  {
    what: 'a negative cursor of messages',
    request: `GET /sessions/${NOBODY}/messages?cursor=-1`,
    answer: '400 REQUEST.MALFORMED',
    issue: 'cursor',
  },
  {
    what: 'a report in another form',
    request: `GET /sessions/${NOBODY}/report?format=pdf`,
    answer: '400 REQUEST.MALFORMED',
    issue: 'format',
  },
];
