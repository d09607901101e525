import { type BadRequest, NOBODY } from './bad-request.js';
import { COUNCIL_DEBATE } from './council-client.mjs';
import { drawGraph } from './drawn-graphs.js';

const agent = {
  name: 'A',
  persona_prompt: 'You are A.',
  model_config: { provider: 'deepseek', model: 'deepseek-chat' },
};
const template = { name: 'T', graph: drawGraph() };
const tooLong = (length: number): string => 'x'.repeat(length + 1);

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
