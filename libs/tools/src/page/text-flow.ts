/** Text that is written piece by piece: spaces run together, and lines end once however many elements end there. */
export class TextFlow {
  private readonly pieces: string[] = [];
  private lineEnds = 0;
  private isSpaced = false;
  private isAtStart = true;

  /** Pieces so far: grows with every word that is written. */
  get length(): number {
    return this.pieces.length;
  }

  /** `isVerbatim`: spaces and line ends stay as they are. */
  add(text: string, isVerbatim = false): void {
    const words = isVerbatim ? text : text.replaceAll(/\s+/g, ' ');
    if (words.trim() === '') {
      this.isSpaced ||= words !== '';
      return;
    }
    this.flush(words.startsWith(' '));
    this.pieces.push(isVerbatim ? words : words.trim());
    this.isSpaced = !isVerbatim && words.endsWith(' ');
    this.isAtStart = false;
  }

  /** A sign between or before words; none of them is the text of the page. */
  mark(sign: string): void {
    this.flush(false);
    this.pieces.push(sign);
    this.isAtStart = true;
  }

  endLine(count: number): void {
    this.lineEnds = Math.max(this.lineEnds, count);
  }

  endsWith(text: string): boolean {
    return this.pieces.at(-1) === text;
  }

  toString(): string {
    return this.pieces.join('').trim();
  }

  private flush(startsWithSpace: boolean): void {
    if (this.lineEnds > 0) {
      if (this.pieces.length > 0) this.pieces.push('\n'.repeat(this.lineEnds));
    } else if ((this.isSpaced || startsWithSpace) && !this.isAtStart) this.pieces.push(' ');
    this.lineEnds = 0;
    this.isSpaced = false;
  }
}
