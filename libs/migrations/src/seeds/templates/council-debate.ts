import { SEEDED_AGENTS } from '@council/council-core';
import type { SeedTemplate } from '../seed-shapes.js';
import { graphOf, node } from './graph-of.js';

export const COUNCIL_DEBATE: SeedTemplate = {
  seed_key: 'system_council_debate',
  seed_version: 3,
  template_uuid: 'b2589b10-54d9-5ab0-bf6f-740f63051889',
  name: 'Council Debate',
  description: 'One seat argues for the document, one against it, a third judges both. Ends in a verdict and a report.',
  category: 'other',
  tags: ['debate', 'verdict'],
  graph: graphOf('c0deb47e-0000-0000-0000-000000000001', [
    node('start', 'start', 'Input Document', ['parallel_analysis']),
    node('parallel_analysis', 'parallel', 'Parallel Analysis', ['agent_affirmative', 'agent_negative']),
    node('agent_affirmative', 'agent', 'Affirmative', ['agent_adjudicator'], { agent_uuid: SEEDED_AGENTS.affirmative }),
    node('agent_negative', 'agent', 'Negative', ['agent_adjudicator'], { agent_uuid: SEEDED_AGENTS.negative }),
    node('agent_adjudicator', 'agent', 'Adjudicator', ['end'], { agent_uuid: SEEDED_AGENTS.adjudicator }),
    node('end', 'end', 'Generate Report', []),
  ]),
  translations: {
    zh: {
      name: '议事会辩论',
      description: '一席为文档辩护，一席提出反对，第三席裁断双方。以裁决和报告结束。',
      nodes: {
        start: '输入文档',
        parallel_analysis: '并行分析',
        agent_affirmative: '正方',
        agent_negative: '反方',
        agent_adjudicator: '裁判',
        end: '生成报告',
      },
    },
  },
};
