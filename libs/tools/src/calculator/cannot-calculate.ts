/** An expression has no value here. `message` says why, for the model to write it otherwise. */
export class CannotCalculate extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'CannotCalculate';
  }
}
