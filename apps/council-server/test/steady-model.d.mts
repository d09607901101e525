export class SteadyModel {
  static start(pauseMs: number): Promise<SteadyModel>;
  /** One entry a call, in the order of arrival. */
  readonly journal: readonly { readonly objective: string | null; readonly seat: string; readonly mark: string }[];
  readonly baseUrl: string;
  stop(): Promise<void>;
}
