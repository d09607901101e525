import { SEEDED_AGENTS } from '@council/council-core';
import { NEUTRAL_ANALYST } from '../agents/neutral-analyst.js';
import type { SeedTemplate } from '../seed-shapes.js';
import { graphOf, node } from './graph-of.js';

/** Three positions that do not see each other, one vote, one ruling: no exchange, because there is no time for one. */
export const QUICK_DECISION: SeedTemplate = {
  seed_key: 'system_quick_decision',
  seed_version: 3,
  template_uuid: 'e16cd68b-9f96-596a-ac92-8331367b1bd5',
  name: 'Quick Decision',
  description:
    'For, against and neutral take their positions apart, their claims are checked, they vote, and a judge rules. A person has five minutes to object.',
  category: 'quick_decision',
  tags: ['decision', 'vote', 'facts', 'fast'],
  graph: graphOf('c0decede-0000-0000-0000-000000000001', [
    node('start', 'start', 'The Question', ['parallel_positions']),
    node('parallel_positions', 'parallel', 'Positions', ['agent_for', 'agent_against', 'agent_neutral']),
    node('agent_for', 'agent', 'For', ['fact_check'], { agent_uuid: SEEDED_AGENTS.affirmative }),
    node('agent_against', 'agent', 'Against', ['fact_check'], { agent_uuid: SEEDED_AGENTS.negative }),
    node('agent_neutral', 'agent', 'Neutral', ['fact_check'], {
      agent_uuid: NEUTRAL_ANALYST.agent_uuid,
      role: 'other',
    }),
    node('fact_check', 'fact_check', 'Check of the Claims', ['vote'], { agent_uuid: NEUTRAL_ANALYST.agent_uuid }),
    node('vote', 'vote', 'Vote', ['agent_adjudicator'], {
      agent_uuids: [SEEDED_AGENTS.affirmative, SEEDED_AGENTS.negative, NEUTRAL_ANALYST.agent_uuid],
      question: 'Should what the document proposes be done? If it offers several options: the one that it favours.',
    }),
    node('agent_adjudicator', 'agent', 'Ruling', ['human_review'], {
      agent_uuid: SEEDED_AGENTS.adjudicator,
      output_format: 'structured_verdict',
    }),
    node('human_review', 'human_review', 'Objection', ['end'], {
      timeout_minutes: 5,
      allow_skip: true,
      instructions: 'Object within five minutes, or the ruling stands.',
    }),
    node('end', 'end', 'Decision', []),
  ]),
  translations: {
    zh: {
      name: '快速决策',
      description: '赞成、反对与中立三席各自表态，核查主张，投票，由裁判裁决。人有五分钟时间提出异议。',
      nodes: {
        start: '议题',
        parallel_positions: '各自表态',
        agent_for: '赞成',
        agent_against: '反对',
        agent_neutral: '中立',
        fact_check: '核查主张',
        vote: '投票',
        agent_adjudicator: '裁决',
        human_review: '异议',
        end: '决定',
      },
      properties: {
        vote: { question: '应当按文档的提议去做吗？若文档给出多个选项，则指它所倾向的那一个。' },
        human_review: { instructions: '五分钟内可以提出异议，否则裁决生效。' },
      },
    },
  },
};
