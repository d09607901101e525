import { SEEDED_AGENTS } from '@council/council-core';
import { CUSTOMER } from '../agents/customer.js';
import { INVESTOR } from '../agents/investor.js';
import { OPERATIONS_LEAD } from '../agents/operations-lead.js';
import { RED_TEAM } from '../agents/red-team.js';
import type { SeedTemplate } from '../seed-shapes.js';
import { graphOf, node } from './graph-of.js';

/** A seat that is missing makes a round weaker, not worthless. Only the red team has to be against the plan. */
const TESTER = { role: 'other', on_error: 'continue' } as const;

/**
 * Up to three rounds of attack and mending, which end early once the plan stands. Then those who would have to carry it
 * score the plan as it was mended; the attacker, who would never agree, has no vote.
 */
export const BUSINESS_PLAN_STRESS_TEST: SeedTemplate = {
  seed_key: 'system_business_plan_stress_test',
  seed_version: 3,
  template_uuid: '66902429-d746-53d2-a3f7-90d50ec7584c',
  name: 'Business Plan Stress Test',
  description:
    'Customer, investor, operations and a red team load a plan for up to three rounds; it is mended in between. Then its claims are checked, it is scored, and a person decides.',
  category: 'business_plan',
  tags: ['plan', 'rounds', 'writes', 'vote', 'facts', 'sign-off'],
  graph: graphOf('c0b51e55-0000-0000-0000-000000000001', [
    node('start', 'start', 'The Plan', ['parallel_attack']),
    node('parallel_attack', 'parallel', 'Round of Attacks', [
      'agent_customer',
      'agent_investor',
      'agent_operations',
      'agent_red_team',
    ]),
    node('agent_customer', 'agent', 'Customer', ['agent_adjudicator'], {
      agent_uuid: CUSTOMER.agent_uuid,
      ...TESTER,
    }),
    node('agent_investor', 'agent', 'Investor', ['agent_adjudicator'], {
      agent_uuid: INVESTOR.agent_uuid,
      ...TESTER,
    }),
    node('agent_operations', 'agent', 'Operations', ['agent_adjudicator'], {
      agent_uuid: OPERATIONS_LEAD.agent_uuid,
      ...TESTER,
    }),
    node('agent_red_team', 'agent', 'Red Team', ['agent_adjudicator'], {
      agent_uuid: RED_TEAM.agent_uuid,
      ...TESTER,
      role: 'negative',
    }),
    node('agent_adjudicator', 'agent', 'Ruling of the Round', ['agent_surgeon'], {
      agent_uuid: SEEDED_AGENTS.adjudicator,
      output_format: 'structured_verdict',
    }),
    node('agent_surgeon', 'agent', 'Mending', ['loop_rounds'], {
      agent_uuid: SEEDED_AGENTS.surgeon,
      tools: ['read_file', 'write_file'],
    }),
    node('loop_rounds', 'loop', 'Another Round?', ['parallel_attack', 'fact_check'], {
      max_rounds: 3,
      exit_on_score: 85,
      exit_on_recommendation: true,
    }),
    node('fact_check', 'fact_check', 'Check of the Claims', ['vote_commit'], { agent_uuid: INVESTOR.agent_uuid }),
    node('vote_commit', 'vote', 'Would you commit?', ['human_review'], {
      agent_uuids: [CUSTOMER.agent_uuid, INVESTOR.agent_uuid, OPERATIONS_LEAD.agent_uuid],
      question:
        'From 1 (not at all) to 10 (today): would you commit your money or your work to this plan as it stands now?',
      vote_type: 'score_1_10',
      threshold: 6,
    }),
    node('human_review', 'human_review', 'Decision', ['end'], {
      timeout_minutes: 60,
      allow_skip: true,
      instructions: 'Read what held and what did not, then decide.',
    }),
    node('end', 'end', 'Stress Report', []),
  ]),
  translations: {
    zh: {
      name: '商业计划压力测试',
      description: '客户、投资人、运营与红队对计划加压，至多三轮，其间不断修补。随后核查主张、打分，由人决定。',
      nodes: {
        start: '商业计划',
        parallel_attack: '一轮攻击',
        agent_customer: '客户',
        agent_investor: '投资人',
        agent_operations: '运营',
        agent_red_team: '红队',
        agent_adjudicator: '本轮裁决',
        agent_surgeon: '修补',
        loop_rounds: '再来一轮？',
        fact_check: '核查主张',
        vote_commit: '愿意投入吗？',
        human_review: '决定',
        end: '压力测试报告',
      },
      properties: {
        vote_commit: {
          question: '从 1（完全不愿意）到 10（今天就愿意）：就计划目前的样子，您愿意为它投入自己的资金或工作吗？',
        },
        human_review: { instructions: '看清哪些守住了、哪些没有，然后决定。' },
      },
    },
  },
};
