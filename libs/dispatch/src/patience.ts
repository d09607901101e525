/** How long a session waits for others of its group to give money back before it asks again. */
const ASK_AGAIN_MS = 1_000;

/** After a refusal one asks again when the log has moved on, or after a while. */
export class Patience {
  private refused: { readonly seq: number; readonly atMs: number } | null = null;

  refuse(lastSeq: number): void {
    this.refused = { seq: lastSeq, atMs: Date.now() };
  }

  isOver(lastSeq: number): boolean {
    return this.refused?.seq !== lastSeq || Date.now() >= this.againAtMs;
  }

  get againAtMs(): number {
    return this.refused === null ? 0 : this.refused.atMs + ASK_AGAIN_MS;
  }
}
