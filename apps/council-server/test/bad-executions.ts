import { SEEDED_AGENTS } from '@council/council-core';
import { debateOn } from './api-client.js';
import { type BadRequest, NOBODY } from './bad-request.js';
import { COUNCIL_DEBATE } from './council-client.mjs';
import { drawGraph } from './drawn-graphs.js';

const EXECUTE = 'POST /workflows/execute';
const JSON_TYPE = { 'content-type': 'application/json' };
const DOCUMENT = '# A plan\n\nWe will open a second shop because the first one is full.\n';
const debate = debateOn(DOCUMENT);
const ask = (more: object): object => ({
  template_uuid: COUNCIL_DEBATE,
  input: { document_content: DOCUMENT, ...more },
});
const tooLong = (length: number): string => 'x'.repeat(length + 1);

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
    what: 'a member instead of nobody',
    request: EXECUTE,
    body: { ...debate, members: { [NOBODY]: SEEDED_AGENTS.affirmative } },
    answer: '422 SESSION.MEMBER_UNSEATED',
  },
  {
    what: 'a member that does not exist',
    request: EXECUTE,
    body: { ...debate, members: { [SEEDED_AGENTS.affirmative]: NOBODY } },
    answer: '422 SESSION.AGENT_UNKNOWN',
  },
  {
    what: 'a model server for one seat, and nothing for the others',
    request: EXECUTE,
    body: { ...debate, overrides: { [SEEDED_AGENTS.affirmative]: { provider: 'ollama', model: 'm' } } },
    answer: '422 SESSION.SEAT_WITHOUT_MODEL',
  },
  {
    what: 'a vote without voters',
    request: EXECUTE,
    body: {
      input: debate['input'],
      graph: drawGraph({ voice: { node_id: 'voice', type: 'vote', next_ids: ['end'] } }),
    },
    answer: '422 GRAPH.NO_VOTERS',
  },
  {
    what: 'a graph with an id that is none',
    request: EXECUTE,
    body: { input: debate['input'], graph: drawGraph({}, { workflow_uuid: 'mine' }) },
    answer: '422 GRAPH.WORKFLOW_ID',
  },
  {
    what: 'a budget of nothing in particular',
    request: EXECUTE,
    body: { ...debate, budget: {} },
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
