import type { Provider } from '@/api/queries/providers';
import type { Tone } from '@/ui/badge';

type Judged = Pick<Provider, 'warning' | 'is_configured' | 'is_enabled' | 'base_url' | 'key_variable' | 'has_key'>;
type ProviderStateName = 'held' | 'ready' | 'off' | 'noAddress' | 'noKey';

const TONES: Readonly<Record<ProviderStateName, Tone>> = {
  held: 'warn',
  ready: 'good',
  off: 'neutral',
  noAddress: 'warn',
  noKey: 'neutral',
};

interface ProviderState {
  /** A key of `settings:provider.state`. */
  readonly name: ProviderStateName;
  readonly tone: Tone;
}

/** The one word for a provider: whether it can be called, and what stands in the way first. */
export function providerState(provider: Judged): ProviderState {
  const name = nameOf(provider);
  return { name, tone: TONES[name] };
}

function nameOf({ warning, is_configured, is_enabled, base_url, key_variable, has_key }: Judged): ProviderStateName {
  if (is_configured) return 'ready';
  if (!is_enabled) return 'off';
  if (warning !== null) return 'held';
  if (base_url === null) return 'noAddress';
  return key_variable !== null && !has_key ? 'noKey' : 'off';
}
