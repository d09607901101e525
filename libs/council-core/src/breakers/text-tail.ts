import type { BreakerLimits, Trip } from '@council/contracts';
import { ENTROPY_CHARACTERS, entropyOf } from './entropy.js';

/** How much text comes between two looks. */
const STEP = 200;
/** Rules and padded tables of honest authors are shorter than this; the whole answer is looked at when it is complete. */
const MONOTONE = 2 * ENTROPY_CHARACTERS;
/** A passage of at most a quarter of this, again and again, is a model that has lost its way. */
const REPEATED = 2_000;
const REPEATS = 4;

/** The end of a text that grows: whether it still says something. */
export class TextTail {
  private text = '';
  private fresh = 0;

  constructor(private readonly limits: Pick<BreakerLimits, 'entropy' | 'similarity'>) {}

  hear(more: string): Trip | null {
    this.text = (this.text + more).slice(-REPEATED);
    this.fresh += more.length;
    if (this.fresh < STEP) return null;
    this.fresh = 0;
    return this.monotone() ?? this.repeated();
  }

  private monotone(): Trip | null {
    const { entropy: limit } = this.limits;
    if (limit === null || this.text.length < MONOTONE) return null;
    const value = entropyOf(this.text.slice(-MONOTONE));
    return value < limit
      ? { reason: 'entropy', message: 'a model repeats a few characters without an end', value, limit }
      : null;
  }

  private repeated(): Trip | null {
    const { similarity: limit } = this.limits;
    if (limit === null || this.text.length < REPEATED) return null;
    if (periodOf(this.text) * REPEATS > this.text.length) return null;
    return { reason: 'repetition', message: 'a model repeats one passage without an end', value: 1, limit };
  }
}

/** The length of the shortest passage of which a text is made; its own length, where it is made of none. */
function periodOf(text: string): number {
  const borders = new Uint16Array(text.length);
  for (let at = 1, border = 0; at < text.length; at += 1) {
    while (border > 0 && text[at] !== text[border]) border = borders[border - 1] ?? 0;
    if (text[at] === text[border]) border += 1;
    borders[at] = border;
  }
  return text.length - (borders[text.length - 1] ?? 0);
}
