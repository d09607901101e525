import type { SteadyModel } from './steady-model.mjs';

export type Killable = 'debate' | 'optimize';
/** What a council left, opaque but for its log: `judgeKilledCouncil` compares two of them. */
export interface CouncilResult {
  readonly log: readonly { readonly seq: number; readonly event: string; readonly timestamp: string }[];
  readonly isKilled: boolean;
}
export interface KillPoint {
  readonly council: Killable;
  readonly place: number;
}

export class KilledCouncils {
  constructor(environment: Readonly<Record<string, string>>, model: SteadyModel);
  readonly server: { kill(): Promise<void> } | null;
  undisturbed(councils: readonly Killable[]): Promise<Readonly<Record<Killable, CouncilResult>>>;
  killAt(points: readonly KillPoint[], tell: (point: KillPoint, result: CouncilResult) => void): Promise<void>;
}
