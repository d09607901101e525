import type { Engine, ModelName, Price } from '@council/contracts';

/** One seat that wants to speak. `isUnedited` marks a seeded agent whose model nobody chose. */
export interface SeatWish {
  readonly node_id: string;
  readonly name: string;
  readonly wanted: ModelName;
  readonly isUnedited: boolean;
}

export interface SeatAssignment {
  readonly node_id: string;
  readonly used: ModelName;
  readonly price: Price;
  /** What the model reads and writes at most, together; absent: not known. */
  readonly contextTokens?: number;
}

/** `missing` names the seats that cannot speak, and what each of them lacks, in words for the user. */
export type SeatPlan =
  | { readonly ok: true; readonly engine: Engine; readonly seats: readonly SeatAssignment[] }
  | {
      readonly ok: false;
      readonly missing: readonly { readonly node_id: string; readonly name: string; readonly message: string }[];
    };

/** Which model really speaks for a seat, by the rules of the contract's section on models. */
export abstract class ModelCatalogue {
  abstract plan(wishes: readonly SeatWish[]): SeatPlan;
}
