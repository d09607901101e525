import { SEEDED_AGENTS } from '@council/council-core';
import { MAINTAINER } from '../agents/maintainer.js';
import { PERFORMANCE_REVIEWER } from '../agents/performance-reviewer.js';
import { SECURITY_REVIEWER } from '../agents/security-reviewer.js';
import type { SeedTemplate } from '../seed-shapes.js';
import { graphOf, node } from './graph-of.js';

const REVIEWERS = [SECURITY_REVIEWER, PERFORMANCE_REVIEWER, MAINTAINER].map(({ agent_uuid }) => agent_uuid);

/**
 * Three reviews that do not see each other, then a vote. Only where it does not pass is there an exchange: somebody answers
 * for the change. The judge reads the reviews either way, which is why they lead to it directly too.
 */
export const CODE_REVIEW: SeedTemplate = {
  seed_key: 'system_code_review',
  seed_version: 3,
  template_uuid: '1ddeed40-b360-57ca-87bc-e6e60c668f7b',
  name: 'Code Review',
  description:
    'Security, performance and maintenance review a change apart, then vote on merging it. Ends in a ruling with orders to mend, and a person signs it off.',
  category: 'code_review',
  tags: ['code', 'review', 'vote', 'facts', 'sign-off'],
  graph: graphOf('c0de7e71-0000-0000-0000-000000000001', [
    node('start', 'start', 'The Change', ['parallel_reviews']),
    node('parallel_reviews', 'parallel', 'Independent Reviews', [
      'agent_security',
      'agent_performance',
      'agent_maintainer',
    ]),
    node('agent_security', 'agent', 'Security', ['fact_check', 'agent_adjudicator'], {
      agent_uuid: SECURITY_REVIEWER.agent_uuid,
      role: 'other',
    }),
    node('agent_performance', 'agent', 'Performance', ['fact_check', 'agent_adjudicator'], {
      agent_uuid: PERFORMANCE_REVIEWER.agent_uuid,
      role: 'other',
    }),
    node('agent_maintainer', 'agent', 'Maintenance', ['fact_check', 'agent_adjudicator'], {
      agent_uuid: MAINTAINER.agent_uuid,
      role: 'other',
    }),
    node('fact_check', 'fact_check', 'Check of the Claims', ['vote_merge'], { agent_uuid: SEEDED_AGENTS.negative }),
    node('vote_merge', 'vote', 'Merge as it stands?', ['agent_adjudicator', 'agent_reply'], {
      agent_uuids: REVIEWERS,
      question: 'Can this change be merged as it stands?',
    }),
    node('agent_reply', 'agent', 'Answer for the Change', ['agent_adjudicator'], {
      agent_uuid: SEEDED_AGENTS.affirmative,
      role: 'affirmative',
    }),
    node('agent_adjudicator', 'agent', 'Ruling', ['human_review'], {
      agent_uuid: SEEDED_AGENTS.adjudicator,
      output_format: 'structured_verdict',
    }),
    node('human_review', 'human_review', 'Sign-off', ['end'], {
      timeout_minutes: 30,
      allow_skip: true,
      instructions: 'Agree with the ruling, or reject the change.',
    }),
    node('end', 'end', 'Review Report', []),
  ]),
  translations: {
    zh: {
      name: '代码审查',
      description: '安全、性能与维护三席各自审查一处改动，再表决能否合并。以附有修改指令的裁决结束，由人签署。',
      nodes: {
        start: '待审改动',
        parallel_reviews: '独立审查',
        agent_security: '安全',
        agent_performance: '性能',
        agent_maintainer: '维护',
        fact_check: '核查主张',
        vote_merge: '可以直接合并吗？',
        agent_reply: '为改动答辩',
        agent_adjudicator: '裁决',
        human_review: '签署',
        end: '审查报告',
      },
      properties: {
        vote_merge: { question: '这处改动可以直接合并吗？' },
        human_review: { instructions: '同意裁决，或驳回这处改动。' },
      },
    },
  },
};
