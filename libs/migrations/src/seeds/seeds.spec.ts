import { AgentDraft, GraphDefinition, GroupDraft, TemplateDraft } from '@council/contracts';
import { gradeOf, SEEDED_AGENTS, stanceOf, validateGraph } from '@council/council-core';
import { DNS_NAMESPACE, uuidV5 } from '@council/kernel';
import { describe, expect, it } from '@jest/globals';
import { SEED_AGENTS, SEED_GROUP, SEED_PROVIDERS, SEED_TEMPLATES } from './index.js';

const idOf = (key: string) => uuidV5(key, DNS_NAMESPACE);
const HAN = /\p{Script=Han}/u;
const VENDORS = /openai|gpt|google|gemini|deepseek|qwen|dashscope|siliconflow|glm|anthropic|claude|openrouter|ollama/i;

describe('the agents', () => {
  it('begin with the four that the engine knows', () => {
    const first = SEED_AGENTS.slice(0, 4).map(({ agent_uuid }) => agent_uuid);
    expect(first).toEqual(Object.values(SEEDED_AGENTS));
  });

  it.each(SEED_AGENTS.slice(4))('$name: sits in a template, and knows what to vote by', ({ agent_uuid, ...agent }) => {
    const graphs = SEED_TEMPLATES.map(({ graph }) => JSON.stringify(graph)).join();
    expect(graphs).toContain(agent_uuid);
    expect(agent.persona_prompt).toContain('## When you vote');
  });

  it.each(SEED_AGENTS)('$name: its id is that of its key', ({ agent_uuid, seed_key }) => {
    expect(agent_uuid).toBe(idOf(seed_key));
  });

  it.each(SEED_AGENTS)('$name: keeps to the limits that hold for an agent of a user', (agent) => {
    expect(AgentDraft.parse(agent)).toMatchObject({ name: agent.name, persona_prompt: agent.persona_prompt });
    const { zh } = agent.translations;
    expect(AgentDraft.safeParse({ ...agent, ...zh }).success).toBe(true);
  });

  it.each(SEED_AGENTS)(
    '$name: speaks both languages',
    ({ name, description, persona_prompt, translations: { zh } }) => {
      expect([name, description, persona_prompt].some((text) => HAN.test(text))).toBe(false);
      expect([zh.name, zh.description, zh.persona_prompt].filter((text) => !HAN.test(text))).toEqual([]);
    },
  );

  it.each(SEED_AGENTS)('$name: asks for the same sections in both languages', ({ persona_prompt, translations }) => {
    const sections = (prompt: string) => prompt.match(/^#+ /gm);
    expect(sections(translations.zh.persona_prompt)).toEqual(sections(persona_prompt));
  });

  it.each(SEED_AGENTS)('$name: leaves machine form, numbering and vendors to the engine', (agent) => {
    for (const prompt of [agent.persona_prompt, agent.translations.zh.persona_prompt]) {
      expect(prompt).not.toMatch(VENDORS);
      expect(prompt).not.toMatch(/```|\[Ref|<document/);
    }
  });

  it('the judge grades as the report does', () => {
    const { persona_prompt } = SEED_AGENTS.find((agent) => agent.agent_uuid === SEEDED_AGENTS.adjudicator) ?? fail();
    const bounds = [...persona_prompt.matchAll(/from (\d+) \*\*(\w+)/g)].map(([, from, grade]) => [
      Number(from),
      grade,
    ]);
    expect(bounds).toHaveLength(4);
    for (const [from, grade] of bounds) {
      expect(gradeOf(Number(from))).toBe(grade);
      expect(gradeOf(Number(from) - 0.01)).not.toBe(grade);
    }
    expect(persona_prompt).toContain(`below that **${gradeOf(0)}**`);
  });
});

describe('the group', () => {
  it('has the id of its key, and seats the four in the order of the table', () => {
    expect(SEED_GROUP.group_uuid).toBe(idOf(SEED_GROUP.seed_key));
    expect(SEED_GROUP.default_agent_uuids).toEqual(Object.values(SEEDED_AGENTS));
  });

  it('keeps to the limits, in both languages', () => {
    expect(GroupDraft.safeParse(SEED_GROUP).success).toBe(true);
    expect(GroupDraft.safeParse({ ...SEED_GROUP, ...SEED_GROUP.translations.zh }).success).toBe(true);
    expect(SEED_GROUP.system_prompt).not.toMatch(HAN);
    expect(SEED_GROUP.name).not.toMatch(HAN);
    expect(SEED_GROUP.translations.zh.name).toMatch(HAN);
    expect(SEED_GROUP.translations.zh.system_prompt).toMatch(HAN);
  });
});

describe('the templates', () => {
  const [debate = fail()] = SEED_TEMPLATES;

  it.each(SEED_TEMPLATES)('$name: its id is that of its graph', ({ template_uuid, graph }) => {
    expect(template_uuid).toBe(idOf(graph.workflow_uuid));
  });

  it.each(SEED_TEMPLATES)('$name: keeps to the limits, and its graph is written as it is read', (template) => {
    expect(TemplateDraft.safeParse(template).success).toBe(true);
    expect(TemplateDraft.safeParse({ ...template, ...template.translations.zh }).success).toBe(true);
    expect(GraphDefinition.parse(template.graph)).toEqual(template.graph);
  });

  it.each(SEED_TEMPLATES)('$name: speaks both languages, down to each node', ({ graph, translations, ...template }) => {
    const english = [template.name, template.description, ...Object.values(graph.nodes).map(({ name }) => name)];
    expect(english.filter((text) => HAN.test(text))).toEqual([]);
    const { name, description, nodes, properties = {} } = translations.zh;
    expect(Object.keys(nodes)).toEqual(Object.keys(graph.nodes));
    expect([name, description, ...Object.values(nodes)].filter((text) => !HAN.test(text))).toEqual([]);
    const asking = Object.entries(graph.nodes).flatMap(([id, node]) =>
      ['question', 'instructions'].filter((key) => key in node.properties).map((key) => [id, key]),
    );
    expect(Object.entries(properties).flatMap(([id, texts]) => Object.keys(texts).map((key) => [id, key]))).toEqual(
      asking,
    );
    const asked = Object.values(properties).flatMap((texts) => Object.values(texts));
    expect(asked.filter((text) => !HAN.test(text) || /[A-Za-z]/.test(text))).toEqual([]);
    const askedInEnglish = asking.map(([id = '', key = '']) => String(graph.nodes[id]?.properties[key]));
    expect(askedInEnglish.filter((text) => HAN.test(text))).toEqual([]);
  });

  it('Council Debate can run, and its seats stand where they should', () => {
    expect(validateGraph(debate.graph)).toEqual([]);
    const seats = Object.keys(debate.graph.nodes).filter((id) => debate.graph.nodes[id]?.type === 'agent');
    expect(seats.map((id) => stanceOf(debate.graph, id))).toEqual(['affirmative', 'negative', 'adjudicator']);
  });

  it.each(SEED_TEMPLATES)('$name: can run', ({ graph }) => {
    expect(validateGraph(graph)).toEqual([]);
  });

  it.each(SEED_TEMPLATES)('$name: seats only agents that come with the product', ({ graph }) => {
    const known = SEED_AGENTS.map(({ agent_uuid }) => agent_uuid);
    const seated = Object.values(graph.nodes).flatMap(({ properties }) =>
      [properties['agent_uuid'], properties['agent_uuids']].flat().filter((agent) => typeof agent === 'string'),
    );
    expect(seated.filter((agent) => !known.includes(agent))).toEqual([]);
  });

  it.each(SEED_TEMPLATES.slice(2))(
    '$name: is of a category of its own, checks facts, and lets a person decide',
    (template) => {
      const kinds = Object.values(template.graph.nodes).map(({ type }) => type);
      expect(kinds).toEqual(expect.arrayContaining(['fact_check', 'vote', 'human_review']));
      expect(SEED_TEMPLATES.filter(({ category }) => category === template.category)).toHaveLength(1);
    },
  );
});

it('every key is used once and fits its column', () => {
  const keys = [...SEED_AGENTS, SEED_GROUP, ...SEED_TEMPLATES].map(({ seed_key }) => seed_key);
  expect(new Set(keys).size).toBe(keys.length);
  expect(keys.every((key) => key.length <= 64)).toBe(true);
});

it('every provider and every model of a provider is listed once', () => {
  const ids = SEED_PROVIDERS.map(({ provider_id }) => provider_id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.slice(0, 5)).toEqual(['openai', 'google', 'deepseek', 'dashscope', 'siliconflow']);
  for (const { models } of SEED_PROVIDERS) expect(new Set(models).size).toBe(models.length);
});

function fail(): never {
  throw new Error('a seed that the test reads is missing');
}
