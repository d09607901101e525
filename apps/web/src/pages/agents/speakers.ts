import type { Schemas } from '@/api/client';

/** Names with a meaning of their own in an agent's model: they leave it open which model speaks. */
export const DEFAULT_SPEAKER = { provider: 'default', model: 'default' };
const REHEARSAL = 'rehearsal';
/** Another name for google. */
const GEMINI = 'gemini';

export const isOpenSpeaker = (provider: string): boolean => [DEFAULT_SPEAKER.provider, REHEARSAL].includes(provider);

export type SpeakerState = 'default' | 'rehearsal' | 'alias' | 'unknown' | 'unconfigured' | 'ready';

export interface Speaker {
  readonly id: string;
  readonly name: string;
  readonly state: SpeakerState;
  readonly models: readonly string[];
}

/** Who can be bound to an agent: what the server offers, and whoever is bound now, known or not. */
export function speakersFor(bound: string, providers: readonly Schemas['Provider'][]): Speaker[] {
  const known = providers.map(({ provider_id: id, name, models, is_configured }): Speaker => {
    return { id, name, models, state: is_configured ? 'ready' : 'unconfigured' };
  });
  const open: Speaker = { id: DEFAULT_SPEAKER.provider, name: '', models: [], state: 'default' };
  const offered = [open, ...known];
  if (bound === '' || offered.some(({ id }) => id === bound)) return offered;
  const google = known.find(({ id }) => id === 'google');
  if (bound === GEMINI && google !== undefined) return [...offered, { ...google, id: GEMINI, state: 'alias' }];
  return [...offered, { id: bound, name: bound, models: [], state: bound === REHEARSAL ? 'rehearsal' : 'unknown' }];
}
