import type { AppConfig } from '@council/config';
import { type LocalOffer, type ProviderBook, REHEARSAL_NAME } from '@council/llm-provider';

/** Which engine speaks, and what to do for another one. */
export function describeEngine({ llm }: AppConfig, providers: ProviderBook): readonly string[] {
  if (llm.provider !== undefined)
    return [`Model: ${llm.provider}/${llm.model ?? ''} for every agent that has no key of its own`];
  const keyed = providers.withKey();
  const usable = keyed.filter((name) => providers.find(name).ok);
  if (usable.length > 0) return [`Models: agents speak through ${usable.join(', ')}`];
  if (keyed.length > 0)
    return [`Models: keys for ${keyed.join(', ')}, and none of them can be called (see the providers)`];
  return [
    `Engine: ${REHEARSAL_NAME.en}`,
    'To let a model speak, set LLM_PROVIDER, LLM_MODEL and LLM_API_KEY (see .env.example) and start again.',
  ];
}

export function describeOffers(offers: readonly LocalOffer[]): readonly string[] {
  return offers.map(
    ({ name, baseUrl, models }) =>
      `Found ${name} on this machine (${models.slice(0, 3).join(', ')}). It is not used until you choose it: ` +
      `LLM_PROVIDER=${name === 'Ollama' ? 'ollama' : 'custom'} LLM_BASE_URL=${baseUrl} LLM_MODEL=${models[0] ?? ''}`,
  );
}
