import type { Belonging, Principal } from './rules.js';

/** What things have owners. */
export type Owned = 'session' | 'review' | 'group';

/** Whose a thing is, in the eyes of one principal; null: there is no such thing. */
export abstract class Rights {
  abstract of(owned: Owned, uuid: string, principal: Principal): Promise<Belonging | null>;
}
