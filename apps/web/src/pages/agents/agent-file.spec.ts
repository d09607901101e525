import { describe, expect, it } from '@jest/globals';
import { AgentFileDraft, draftOf } from './agent-file';

const agent = {
  agent_uuid: '94cc1d02-4d8e-53f3-8891-4621767b8b81',
  name: 'Auditor',
  avatar: null,
  description: null,
  persona_prompt: 'You doubt.',
  model_config: { provider: 'openai', model: 'gpt-4o' },
  capabilities: { web_search: false, search_provider: '', code_execution: false },
  model_state: 'listed' as const,
  translations: { zh: { name: '审计者' } },
  created_at: '2026-11-23T16:20:00.000Z',
  updated_at: '2026-11-23T16:20:00.000Z',
};

const pathsOf = (value: unknown): string[] =>
  AgentFileDraft.safeParse(value).error?.issues.map(({ path }) => path.join('.')) ?? [];

describe('an agent as a file', () => {
  it('comes back as it was written, also with what the server adds', () => {
    expect(AgentFileDraft.parse(draftOf(agent))).toEqual(draftOf(agent));
    expect(AgentFileDraft.parse(agent)).toEqual(draftOf(agent));
  });

  it('names all that is wrong with it, and a field that there is not', () => {
    const { persona_prompt: _persona, ...rest } = agent;
    expect(pathsOf({ ...rest, name: ' ', model_config: { ...agent.model_config, temprature: 1 } }).sort()).toEqual([
      'model_config',
      'name',
      'persona_prompt',
    ]);
    expect(pathsOf({ ...agent, nickname: 'A' })).toEqual(['']);
  });
});
