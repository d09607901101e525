/** Why one attempt at a call failed. Inside the gateway only; what leaves it is a `ModelCallError`. */
export class ModelFault extends Error {
  constructor(
    readonly code: ModelFaultCode,
    message: string,
    readonly isRetryable: boolean,
    /** What the upstream asked for; null: our own back-off. */
    readonly retryAfterMs: number | null = null,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = 'ModelFault';
  }
}

export type ModelFaultCode =
  | 'MODEL.UNKNOWN_PROVIDER'
  | 'MODEL.NO_ADDRESS'
  | 'MODEL.ADDRESS_REFUSED'
  | 'MODEL.NO_KEY'
  | 'MODEL.UNAUTHORIZED'
  | 'MODEL.QUOTA'
  | 'MODEL.NOT_FOUND'
  | 'MODEL.REJECTED'
  | 'MODEL.TOO_LONG'
  | 'MODEL.RATE_LIMITED'
  | 'MODEL.UPSTREAM'
  | 'MODEL.UNREACHABLE'
  | 'MODEL.TIMEOUT'
  | 'MODEL.CIRCUIT_OPEN'
  | 'MODEL.CUT_STREAM'
  | 'MODEL.MALFORMED'
  | 'MODEL.EMPTY'
  | 'MODEL.TRUNCATED'
  | 'MODEL.ABORTED';
