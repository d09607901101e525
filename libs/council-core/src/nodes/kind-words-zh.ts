import type { KindBook } from './kind-book.js';

const PASS_FAIL = '两个：[通过, 未通过]。一个：只把结果传下去。';
const JOIN = { join: '等待哪些入边：“all”全部（默认）、“any”任意一条，或 {"quorum": n}。来迟的席位会被取消。' };
const PATIENCE = {
  timeout_seconds: '超过这一时间，无论在做什么，发言都算失败。',
  retries: '失败的发言再说几次，不含网关自身的重试。',
};
const SPEAKING = {
  ...PATIENCE,
  on_error: '发言失败意味着什么：fail 结束会议（默认），continue 让位置空缺并把结果标为降级。',
};

export const CHINESE_KINDS: KindBook = {
  start: {
    name: '开始',
    description: '每场会议的起点：把用户给出的内容写入 /document.md 第 1 版并计好行号，连同目标一起交给后面的节点。',
    exits: null,
    output: '文档、目标、提案与附件。',
    properties: {},
  },
  end: {
    name: '结束',
    description:
      '从日志生成报告：裁决、理由、核对过的引文、异议与费用。它不需要模型；写明模型或提示词，则在报告开头加上一段总结。',
    exits: null,
    output: '最终报告。',
    properties: {
      provider: '由谁家的模型撰写总结；不填则用前一席位的。',
      model: '加上一段由该模型撰写的总结。',
      system_prompt: '按这些要求加上一段总结。',
      summary_prompt: 'system_prompt 的旧名。',
      ...JOIN,
    },
  },
  agent: {
    name: '成员',
    description:
      '一名成员的一次发言：它阅读文档、目标、自己的角色设定以及前面席位的发言，可以使用被授予的工具，然后作答。它所引的行号会与文档核对。',
    exits: null,
    output: '成员的回答；裁判另有带分数的裁决，投票者另有选票。',
    properties: {
      agent_uuid: '坐在这一席的是谁。',
      agent_id: 'agent_uuid 的旧名。',
      role: '这一席的职责：affirmative（正方）、negative（反方）、adjudicator（裁判）或 other（其他）。不填则由成员与图推断。',
      output_format: 'structured_verdict 使其成为裁判，分数由机器读取；ballot 使其成为投票者，只回答选票。',
      tools: '可以调用哪些工具。联网工具还需要成员自身的开关。',
      max_tool_turns: '在必须作答之前可以请求工具的次数；默认 5 次。',
      fallback_agent_uuid: '其模型最终失败时由谁接替。',
      ...SPEAKING,
      ...JOIN,
    },
  },
  llm: {
    name: '模型',
    description: '用你自己的提示词调用一次模型，没有成员与角色设定：适合提取清单、翻译之类的步骤。',
    exits: null,
    output: '模型的回答。',
    properties: {
      prompt: '要问的内容。文档与先前的回答另行交付，并标明是数据。',
      system_prompt: '置于提示词之上的要求。',
      provider: '问谁家的模型；不填则用连入此节点的席位所用的。',
      model: '问哪个模型；不填则用连入此节点的席位所用的。',
      temperature: '回答的自由程度。',
      max_tokens: '回答最长多少。',
      ...SPEAKING,
      ...JOIN,
    },
  },
  tool: {
    name: '工具',
    description: '不经模型运行一次工具：搜索、网页、计算或会议文件。',
    exits: null,
    output: '工具的结果，或者它为何不能完成。',
    properties: {
      tool: '运行哪个工具。',
      input: '工具的输入，按该工具要求的形式。文字中的 {{document}}、{{objective}}、{{previous}} 代表各自的内容。',
      on_error: '失败意味着什么：fail 结束会议（默认），continue 让位置空缺并把结果标为降级。',
      ...JOIN,
    },
  },
  parallel: {
    name: '并行',
    description: '同时开启各个分支。任何节点都可以分出多路；这一种让它在图与日志中清楚可见。',
    exits: null,
    output: '自身没有输出：各分支读取它之前的内容。',
    properties: { ...JOIN },
  },
  sequence: {
    name: '顺序',
    description: '依次运行各个子节点，每个都读取前一个的结果，然后继续。',
    exits: null,
    output: '最后一个子节点的输出。',
    properties: { children: '按次序运行的节点。它们自己没有出边。', ...JOIN },
  },
  vote: {
    name: '投票',
    description:
      '同时请各位投票者填写带理由的选票，彼此看不到对方的选票，然后计票。读不懂的选票不计入；有效选票不足则不通过。计票结果写明有效票数：同一个模型投出的九票并不是九种意见。',
    exits: PASS_FAIL,
    output: '计票结果、每张选票及其理由，以及是否通过。',
    properties: {
      agent_uuids: '谁来投票。不填则为连入此节点的成员。',
      question: '表决什么；不填则以目标为准绳表决文档。',
      vote_type: 'yes_no（可以弃权，弃权不计入比例）或 score_1_10（1 到 10 分）。',
      threshold: '怎样算通过。yes_no：赞成的比例须大于此值（默认 0.5）。score_1_10：平均分不低于此值（默认 6）。',
      quorum: '至少需要多少张有效选票；默认为投票者的半数以上。',
      ...PATIENCE,
      ...JOIN,
    },
  },
  loop: {
    name: '循环',
    description:
      '让循环体一轮接一轮地运行，直到满足其中一个条件。分数下跌超过 10 分时恢复文档的上一版；连续两轮没有进展则改变要求；始终保留迄今最好的版本。',
    exits: '恰好两个：[继续, 离开]。',
    output: '最后一轮的内容与分数的变化。',
    properties: {
      max_rounds: '循环体最多运行几次。',
      exit_on_score: '某一轮的裁判给出此总分即离开。',
      exit_on_recommendation: '裁判建议结束即离开。',
      exit_on_consensus: '某一轮的投票通过且无人反对即离开。',
      ...JOIN,
    },
  },
  fact_check: {
    name: '事实核查',
    description:
      '请人列出前面席位的主张，与已接入的证据来源逐一核对：得到支持、被否定或不明。没有证据来源时什么都不核查，未核查的不算通过，报告会如实写明。',
    exits: PASS_FAIL,
    output: '各项主张及其结论与来源，以及得到支持的比例。',
    properties: {
      agent_uuid: '由谁列出主张；不填则为连入此节点的第一名成员。',
      verify_threshold: '得到支持的主张至少占多大比例才算通过。',
      max_queries: '最多核查几条主张，按列出的次序。',
      ...PATIENCE,
      ...JOIN,
    },
  },
  human_review: {
    name: '人工审阅',
    description: '停下来请人决定：展示草稿及其结论、分歧与行动，等待一个决定。重启或迟到的答复绝不会重复决定。',
    exits: '循环之内的决定也可以要求再来一轮或离开循环。',
    output: '决定，以及人所作的修改。',
    properties: {
      timeout_minutes: '等待多久；0 表示一直等待。到期前五分钟会发出提醒。',
      allow_skip: '到期时：批准并如实记为自动，而不是暂停会议。',
      actions:
        '可以作出哪些决定：approve、modify、reject；循环之内还有 continue、apply、exit、rollback。不填则为该处可能的全部。',
      show_score: '是否展示裁判给出的总分。',
      instructions: '请审阅者看什么。',
      ...JOIN,
    },
  },
  memory_retrieval: {
    name: '记忆',
    description: '查找本组以往会议留下的内容，连同日期传下去。没有组就什么也找不到；读不到记忆也不会妨碍任何人。',
    exits: null,
    output: '找到的记忆。',
    properties: {
      query: '查找什么；不填则为目标与文档的开头。',
      max_results: '最多取几条。',
      time_range_days: '最早可以追溯到几天以前；不填则不限。',
      relevance_threshold: '与查询至少多接近。',
      include_verdicts: '是否包括以往会议的裁决。',
      ...JOIN,
    },
  },
  context_synth: {
    name: '上下文',
    description: '在循环之内：把此前各轮整理成后面席位能读完的内容，最近的裁决保留全文，更早的各缩为一行。不询问模型。',
    exits: null,
    output: '整理后的经过。',
    properties: { max_recent_rounds: '保留全文的裁决数。', ...JOIN },
  },
  router: {
    name: '路由',
    description:
      '根据此前的决定从几条路中选一条：第一个条件成立的路，否则走默认的路。条件由字段、运算符和值构成，绝不是代码。',
    exits: '每条路一个，最后一个是默认的路。',
    output: '走了哪一条路，以及原因。',
    properties: { routes: '依次检验的条件，以及各自通向的节点。', ...JOIN },
  },
};
