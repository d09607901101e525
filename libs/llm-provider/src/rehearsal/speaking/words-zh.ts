import { REHEARSAL_NAME } from '../engine-name.js';
import type { Words } from './words.js';

export const CHINESE_WORDS: Words = {
  opening: `*${REHEARSAL_NAME.zh}：引号内均为文档原文，其余文字均为模板。*`,
  noDocument: '没有文档。排演只能阅读文档，因此无话可说。',
  nothingToQuote: '文档中没有可以引用的句子：标题、表格、代码和只有几个词的片段不在阅读之列。',
  speaksFor: '文档中支持自身的说法',
  speaksAgainst: '文档中不利于自身的说法',
  noBenefit: '文档中没有读作收益的句子。',
  noRisk: '文档中没有读作风险的句子。',
  risksAndAnswers: '风险，以及文档中最接近的回应',
  benefitsAndDoubts: '收益，以及文档中最接近的疑点',
  risk: '风险',
  benefit: '收益',
  answer: '最接近的回应',
  doubt: '最接近的疑点',
  unanswered: '文档中没有回应。',
  undoubted: '文档中没有疑点。',
  onSubject: '文档中与本席位和目标最接近的说法',
  labels: { benefit: '读作收益', risk: '读作风险', neutral: '不偏向任何一方' },
  quotedUnanswered: '此前已被引用、而文档没有回应的风险',
  openQuestions: '文档留下的未决问题',
  readNote: (read, benefits, risks) => `共读 ${read} 句；按用词，${benefits} 句读作收益，${risks} 句读作风险。`,
  boundNote: (weighed, found) =>
    `文档较长：在 ${found} 个不同的句子中，只权衡了 ${weighed} 句，即双方各按比例取立场最明显者。`,
  lexicalNote: '文档为中文，句向量编码器无法阅读：相近程度仅按共有词语计算。',
  disputes: '争点',
  noDispute: '所引句子中没有收益与风险并存的情况，无从对照。',
  heaviest: '双方分量最重的引文',
  ruling: '用词权衡',
  rulings: {
    benefit: '收益一方的用词分量较重。',
    even: '两处引文的分量大致相当。',
    risk: '风险一方的用词分量较重。',
  },
  listing: '、',
  colon: '：',
  orders: '需要修改之处',
  noOrders: '每一处被引用的风险在文档中都有相近的回应，也没有未决问题。',
  answerRisk: '请在文档中回应这一风险，或者说明它仍然存在：',
  answerQuestion: '请回答这一未决问题：',
  balance: '文本权衡',
  basis: (quotations, benefits, risks) =>
    `据 ${quotations} 句引文计算，其中 ${benefits} 句读作收益，${risks} 句读作风险；文档其余句子按三分之一计。这是对用词的计算，不是裁决。`,
  ownQuotations: '此前的发言没有引用文档，因此句子由本席位自行选取。',
  noJudgement: '没有语言模型参与：演练引擎只阅读和引用，不作判断。',
  noBasis: '没有任何引文：各项数值停在中间，不说明文档的任何情况。',
  score: (name, points, weight) => `${name}：${points} 分（满分 100），权重 ${weight}`,
  criteria: ['战略契合', '实用价值', '逻辑一致'],
  verdict: (tendency, total, unanswered) => {
    const side = {
      benefit: '所引收益的分量超过所引风险',
      even: '所引收益与风险大致平衡',
      risk: '所引风险的分量超过所引收益',
    }[tendency];
    return `文本权衡 ${total} 分（满分 100）：${side}；文档中没有相近回应的所引风险有 ${unanswered} 处。仅为计算，并非裁决。`;
  },
  noVerdict: '文档中没有可以引用的内容，因此权衡不说明文档的任何情况。',
  mostWeightFor: '支持文档的引文（按分量）',
  mostWeightAgainst: '不利于文档的引文（按分量）',
};
