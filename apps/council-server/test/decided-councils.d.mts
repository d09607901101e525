import type { Review, ReviewAction, SessionView } from '@council/contracts';
import type { SteadyModel } from './steady-model.mjs';

export interface Answered {
  readonly status: number;
  readonly body: unknown;
}
export type Ask = (method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, body?: object) => Promise<Answered>;
export interface WaitingCouncil {
  readonly id: string;
  readonly objective: string;
  readonly review: Review;
}

export function gatedGraph(gate?: Readonly<Record<string, unknown>>, rounds?: number): object;

export class DecidedCouncils {
  constructor(asks: readonly Ask[], model: SteadyModel);
  ask(server: number, ...request: Parameters<Ask>): Promise<Answered>;
  open(graph: object): Promise<WaitingCouncil>;
  asked(id: string, round: number): Promise<Review>;
  decide(
    server: number,
    review: { readonly review_uuid: string },
    action: ReviewAction,
    data?: object,
  ): Promise<Answered>;
  ended(id: string): Promise<SessionView>;
  until<Found>(id: string, look: (session: SessionView) => Found | undefined): Promise<Found>;
  document(id: string): Promise<string | undefined>;
  faults(council: Pick<WaitingCouncil, 'id' | 'objective'>, answers: readonly Answered[]): Promise<string[]>;
}
