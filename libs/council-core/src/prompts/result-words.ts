import type { CheckedClaim, FactCheck, Language, ReviewAction, Tally } from '@council/contracts';

interface ResultWords {
  readonly passed: string;
  readonly notPassed: string;
  readonly counted: (tally: Tally) => string;
  readonly scored: (tally: Tally) => string;
  readonly noQuorum: (needed: number) => string;
  readonly choices: Readonly<Record<'yes' | 'no' | 'abstain' | 'error', string>>;
  readonly notChecked: string;
  readonly checked: (check: FactCheck) => string;
  readonly claimStates: Readonly<Record<CheckedClaim['state'], string>>;
  readonly aPerson: string;
  readonly automatically: string;
  readonly actions: Readonly<Record<ReviewAction, string>>;
  /** One earlier round in one line. */
  readonly round: (round: number, score: number | null, verdict: string) => string;
  readonly anotherAngle: string;
  readonly cut: (kept: number, of: number) => string;
}

const percent = (share: number | null): string => (share === null ? '-' : `${Math.round(share * 100)} %`);

/** What nodes that do not speak have found, in words for those who read on: agents, and the report. */
export const RESULT_WORDS: Readonly<Record<Language, ResultWords>> = {
  en: {
    passed: 'The vote passed',
    notPassed: 'The vote did not pass',
    counted: ({ yes, no, abstain, error, result, threshold }) =>
      `${yes} yes, ${no} no, ${abstain} abstained, ${error} unreadable; ${percent(result)} yes, more than ${percent(threshold)} needed.`,
    scored: ({ result, threshold, abstain, error, voters }) =>
      `mean ${result ?? '-'} of 10 from ${voters - abstain - error} scores (${abstain} abstained, ${error} unreadable), at least ${threshold} needed.`,
    noQuorum: (needed) => `It lacks its quorum of ${needed} valid ballots.`,
    choices: { yes: 'yes', no: 'no', abstain: 'abstains', error: 'unreadable' },
    notChecked: 'The facts were not checked.',
    checked: ({ claims, share, threshold }) =>
      `${claims.length} claims were checked; ${percent(share)} are supported, ${percent(threshold)} needed.`,
    claimStates: { supported: 'supported', refuted: 'refuted', unclear: 'unclear' },
    aPerson: 'A person decided',
    automatically: 'Nobody decided in time',
    actions: {
      approve: 'approved',
      modify: 'changed the text and went on',
      reject: 'rejected',
      continue: 'asked for another round',
      apply: 'took the proposal and left the loop',
      exit: 'left the loop with the best version',
      rollback: 'went back to the version before this round',
    },
    round: (round, score, verdict) => `Round ${round}: ${score === null ? 'no score' : `${score} / 100`}. ${verdict}`,
    anotherAngle:
      'The last rounds have moved the score by no more than 2 points. What has been said so far does not help any more: take another angle, and name what no round has touched yet.',
    cut: (kept, of) => `[cut: the first ${kept} of ${of} characters; the rest does not fit what the model can read]`,
  },
  zh: {
    passed: '表决通过',
    notPassed: '表决未通过',
    counted: ({ yes, no, abstain, error, result, threshold }) =>
      `赞成 ${yes}，反对 ${no}，弃权 ${abstain}，无法读取 ${error}；赞成率 ${percent(result)}，需超过 ${percent(threshold)}。`,
    scored: ({ result, threshold, abstain, error, voters }) =>
      `${voters - abstain - error} 份评分的平均值为 ${result ?? '-'}（满分 10；弃权 ${abstain}，无法读取 ${error}），需至少 ${threshold}。`,
    noQuorum: (needed) => `未达到 ${needed} 张有效票的法定数。`,
    choices: { yes: '赞成', no: '反对', abstain: '弃权', error: '无法读取' },
    notChecked: '事实未经核查。',
    checked: ({ claims, share, threshold }) =>
      `核查了 ${claims.length} 条主张，得到支持的占 ${percent(share)}，需达到 ${percent(threshold)}。`,
    claimStates: { supported: '得到支持', refuted: '被否定', unclear: '不明' },
    aPerson: '由人决定',
    automatically: '无人及时决定',
    actions: {
      approve: '批准',
      modify: '修改文本后继续',
      reject: '驳回',
      continue: '要求再进行一轮',
      apply: '采纳提案并结束循环',
      exit: '以最佳版本结束循环',
      rollback: '退回到本轮之前的版本',
    },
    round: (round, score, verdict) => `第 ${round} 轮：${score === null ? '无评分' : `${score} / 100`}。${verdict}`,
    anotherAngle: '最近几轮的评分变化不超过 2 分。已有的论述不再有帮助：请换一个角度，指出各轮都没有触及的问题。',
    cut: (kept, of) => `[已截断：此处为 ${of} 个字符中的前 ${kept} 个，其余超出模型可读的范围]`,
  },
};
