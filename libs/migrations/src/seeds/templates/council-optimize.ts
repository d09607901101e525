import { SEEDED_AGENTS } from '@council/council-core';
import type { SeedTemplate } from '../seed-shapes.js';
import { graphOf, node } from './graph-of.js';

/** Every round ends at a person, who may decide all that a loop allows. */
export const COUNCIL_OPTIMIZE: SeedTemplate = {
  seed_key: 'system_council_optimize',
  seed_version: 4,
  template_uuid: 'c2264ddd-eb82-579e-9e40-36bba8d9924c',
  name: 'Council Optimize',
  description: 'Debates, mends and reviews a document round after round, with what earlier sessions found.',
  category: 'other',
  tags: ['debate', 'rounds', 'review', 'writes'],
  graph: graphOf('c0071337-0000-0000-0000-000000000001', [
    node('start', 'start', 'Input Document', ['memory_retrieval']),
    node('memory_retrieval', 'memory_retrieval', 'Load History', ['parallel_debate'], {
      max_results: 5,
      time_range_days: 7,
      include_verdicts: true,
    }),
    node('parallel_debate', 'parallel', 'Debate Round', ['agent_affirmative', 'agent_negative']),
    node('agent_affirmative', 'agent', 'Affirmative', ['agent_adjudicator'], { agent_uuid: SEEDED_AGENTS.affirmative }),
    node('agent_negative', 'agent', 'Negative', ['agent_adjudicator'], { agent_uuid: SEEDED_AGENTS.negative }),
    node('agent_adjudicator', 'agent', 'Adjudicator', ['agent_surgeon'], {
      agent_uuid: SEEDED_AGENTS.adjudicator,
      output_format: 'structured_verdict',
    }),
    node('agent_surgeon', 'agent', 'Surgeon', ['human_review'], {
      agent_uuid: SEEDED_AGENTS.surgeon,
      tools: ['read_file', 'write_file'],
    }),
    node('human_review', 'human_review', 'Review & Apply', ['loop_decision'], {
      show_score: true,
    }),
    node('loop_decision', 'loop', 'Continue?', ['memory_retrieval', 'end'], { max_rounds: 5, exit_on_score: 90 }),
    node('end', 'end', 'Final Report', []),
  ]),
  translations: {
    zh: {
      name: '议事会优化',
      description: '一轮接一轮地辩论、修改并复核文档，并参考此前会议的发现。',
      nodes: {
        start: '输入文档',
        memory_retrieval: '载入历史',
        parallel_debate: '一轮辩论',
        agent_affirmative: '正方',
        agent_negative: '反方',
        agent_adjudicator: '裁判',
        agent_surgeon: '外科医生',
        human_review: '审阅与采纳',
        loop_decision: '继续？',
        end: '最终报告',
      },
    },
  },
};
