import type { CheckedReference, Language } from '@council/contracts';
import type { Grade } from '../verdict/weigh.js';

interface ReportWords {
  readonly objective: string;
  readonly engine: string;
  readonly rehearsalNote: string;
  readonly verdict: string;
  readonly noVerdict: string;
  readonly unreadable: (problem: string) => string;
  readonly byVotes: string;
  readonly outcomes: Readonly<Record<'degraded' | 'capped' | 'early', string>>;
  readonly score: (total: number) => string;
  readonly balance: (total: number) => string;
  readonly claimed: (claimed: number, total: number) => string;
  readonly grades: Readonly<Record<Grade, string>>;
  readonly matrix: string;
  readonly matrixHead: readonly [string, string, string, string];
  readonly criteria: readonly [string, string, string];
  readonly total: string;
  readonly exit: (isRecommended: boolean) => string;
  readonly summary: string;
  readonly disputes: string;
  readonly affirmative: string;
  readonly negative: string;
  readonly ruling: string;
  readonly orders: string;
  readonly analyses: string;
  readonly substituted: (wanted: string) => string;
  readonly stoodIn: (name: string, wanted: string) => string;
  readonly missing: string;
  readonly references: string;
  readonly noReferences: string;
  readonly states: Readonly<Record<CheckedReference['state'], string>>;
  readonly price: string;
  readonly tokens: (input: number, output: number, isEstimated: boolean) => string;
  readonly cost: (usd: number | null) => string;
  readonly document: (lines: number, version: number, hash: string) => string;
}

export const REPORT_WORDS: Readonly<Record<Language, ReportWords>> = {
  en: {
    objective: 'Objective',
    engine: 'Who spoke',
    rehearsalNote:
      'No language model took part. The text was read by rules: every sentence below is quoted from the document, and the figure is a balance of quoted sentences, not a judgement. A model would add arguments, knowledge of the world and a reasoned ruling: set LLM_PROVIDER, LLM_MODEL and LLM_API_KEY.',
    verdict: 'Verdict',
    noVerdict: 'No seat of this council gave a verdict.',
    unreadable: (problem) =>
      `The judge's answer could not be read as a verdict (${problem}). Nothing was concluded from it.`,
    byVotes: 'No judge could speak: this is what the votes say, and no more.',
    outcomes: {
      degraded: 'Something is missing: see the seats that did not speak.',
      capped: 'Finished at the limit of its budget, with what had been said until then.',
      early: 'Finished early, with what had been said until then.',
    },
    score: (total) => `**${total} / 100**`,
    balance: (total) => `**Textual balance ${total} / 100** (not a judgement)`,
    claimed: (claimed, total) =>
      `The judge wrote ${claimed}; by the weights 40/30/30 its scores give ${total}, which counts.`,
    grades: {
      pass: 'pass',
      polish: 'polish details',
      tighten: 'tighten the logic',
      rework: 'rework deeply',
      reject: 'reject',
    },
    matrix: 'Matrix',
    matrixHead: ['Criterion', 'Weight', 'Score', 'Share'],
    criteria: ['Strategic alignment', 'Practical value', 'Logical consistency'],
    total: 'Total',
    exit: (isRecommended) =>
      isRecommended ? 'The judge recommends to stop here.' : 'The judge does not recommend to stop here.',
    summary: 'Summary',
    disputes: 'Disputes',
    affirmative: 'For',
    negative: 'Against',
    ruling: 'Ruling',
    orders: 'Mending orders',
    analyses: 'Analyses',
    substituted: (wanted) => `in place of ${wanted}`,
    stoodIn: (name, wanted) => `${name} stood in: ${wanted} had failed`,
    missing: 'Seats that did not speak',
    references: 'References',
    noReferences: 'No analysis pointed to a place of the document.',
    states: {
      verified: 'verified word for word',
      repaired: 'verified but for spacing or punctuation',
      exists: 'the place exists, nothing was quoted',
      unverified: 'the quoted words are not at that place',
      missing: 'the document has no such lines',
    },
    price: 'Price',
    tokens: (input, output, isEstimated) => `${input} tokens in, ${output} out${isEstimated ? ' (estimated)' : ''}`,
    cost: (usd) => (usd === null ? 'price unknown' : `USD ${usd.toFixed(4)}`),
    document: (lines, version, hash) => `Document: version ${version}, ${lines} lines, sha256 ${hash}`,
  },
  zh: {
    objective: '目标',
    engine: '发言者',
    rehearsalNote:
      '本次没有语言模型参与。文本仅按规则阅读：下文每一句都摘自原文，数值只是所引句子的权衡，并非裁决。接入模型后会增加论证、世界知识与有理由的裁决：请设置 LLM_PROVIDER、LLM_MODEL 和 LLM_API_KEY。',
    verdict: '裁决',
    noVerdict: '本议事会没有席位作出裁决。',
    unreadable: (problem) => `裁判的回答无法读作裁决（${problem}），未据此得出任何结论。`,
    byVotes: '没有裁判能够发言：以下只是表决的结果。',
    outcomes: {
      degraded: '结果不完整：见未发言的席位。',
      capped: '达到预算上限，以当时已有的内容结束。',
      early: '提前结束，以当时已有的内容为准。',
    },
    score: (total) => `**${total} / 100**`,
    balance: (total) => `**文本权衡 ${total} / 100**（并非裁决）`,
    claimed: (claimed, total) => `裁判写的是 ${claimed}；按 40/30/30 的权重，其分项合计为 ${total}，以此为准。`,
    grades: { pass: '直接通过', polish: '细节优化', tighten: '逻辑完善', rework: '深度重构', reject: '彻底驳回' },
    matrix: '评分矩阵',
    matrixHead: ['维度', '权重', '得分', '贡献'],
    criteria: ['战略一致性', '实用价值', '逻辑一致性'],
    total: '合计',
    exit: (isRecommended) => (isRecommended ? '裁判建议到此为止。' : '裁判不建议到此为止。'),
    summary: '摘要',
    disputes: '争点',
    affirmative: '正方',
    negative: '反方',
    ruling: '裁断',
    orders: '修改指令',
    analyses: '各方分析',
    substituted: (wanted) => `代替 ${wanted}`,
    stoodIn: (name, wanted) => `由 ${name} 代席：${wanted} 未能完成`,
    missing: '未发言的席位',
    references: '引用核查',
    noReferences: '没有分析指向文档中的具体位置。',
    states: {
      verified: '逐字核实',
      repaired: '除空白或标点外核实',
      exists: '位置存在，未引用原文',
      unverified: '该处没有所引文字',
      missing: '文档没有这些行',
    },
    price: '费用',
    tokens: (input, output, isEstimated) => `输入 ${input} 个词元，输出 ${output} 个${isEstimated ? '（估算）' : ''}`,
    cost: (usd) => (usd === null ? '价格未知' : `${usd.toFixed(4)} 美元`),
    document: (lines, version, hash) => `文档：第 ${version} 版，${lines} 行，sha256 ${hash}`,
  },
};
