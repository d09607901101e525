/** Runs the action after a while, unless what it returns is called before. */
export type After = (ms: number, action: () => void) => () => void;

const SILENCE_MS = 25_000;
const ANSWER_MS = 10_000;

/** Finds a connection that died without a word: silence is answered with a ping, and silence after that is death. */
export class Heartbeat {
  private cancel: () => void = () => undefined;
  private hasHeard = false;

  constructor(
    private readonly after: After,
    private readonly ping: () => void,
    private readonly onDeath: () => void,
  ) {}

  begin(): void {
    this.end();
    this.listen();
  }

  end(): void {
    this.cancel();
  }

  /** Told for every frame; costs nothing, since 500 may come in a second. */
  heard(): void {
    this.hasHeard = true;
  }

  private listen(): void {
    this.hasHeard = false;
    this.cancel = this.after(SILENCE_MS, () => {
      if (this.hasHeard) this.listen();
      else this.probe();
    });
  }

  private probe(): void {
    this.ping();
    this.cancel = this.after(ANSWER_MS, () => {
      if (this.hasHeard) this.listen();
      else this.onDeath();
    });
  }
}
