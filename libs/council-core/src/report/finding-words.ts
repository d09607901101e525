import type { Language, LoopDecided } from '@council/contracts';

interface FindingWords {
  readonly votes: string;
  readonly worth: (effective: number, isOneModel: boolean) => string;
  readonly facts: string;
  readonly rounds: string;
  readonly roundsHead: readonly [string, string, string, string, string];
  readonly reasons: Readonly<Record<LoopDecided['reason'], string>>;
  readonly decisions: string;
}

export const FINDING_WORDS: Readonly<Record<Language, FindingWords>> = {
  en: {
    votes: 'Votes',
    worth: (effective, isOneModel) =>
      `Worth at most ${effective} independent votes.${isOneModel ? ' One model cast them all.' : ''}`,
    facts: 'Fact checks',
    rounds: 'Rounds',
    roundsHead: ['Round', 'Score', 'Change', 'Version', 'Then'],
    reasons: {
      goes_on: 'goes on',
      max_rounds: 'no round is left',
      score: 'the score is reached',
      recommendation: 'the judge recommends to stop',
      consensus: 'the vote has passed without a no',
      person: 'a person decided',
    },
    decisions: 'Decisions',
  },
  zh: {
    votes: '表决',
    worth: (effective, isOneModel) => `至多相当于 ${effective} 张独立票。${isOneModel ? '全部由同一模型投出。' : ''}`,
    facts: '事实核查',
    rounds: '轮次',
    roundsHead: ['轮次', '评分', '变化', '版本', '之后'],
    reasons: {
      goes_on: '继续',
      max_rounds: '轮次已用完',
      score: '达到目标评分',
      recommendation: '裁判建议停止',
      consensus: '表决通过且无反对',
      person: '由人决定',
    },
    decisions: '人的决定',
  },
};
