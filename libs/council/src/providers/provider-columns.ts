import type { ProviderDraft, ProviderEdit } from '@council/contracts';
import { keyVariableOf, type ProviderColumns } from '@council/llm-provider';

/** What the product's own list says of a provider: once a user has changed any of it, a later release leaves it alone. */
const SEEDED = [
  'name',
  'icon',
  'dialect',
  'needs_key',
  'egress',
  'models',
] as const satisfies readonly (keyof ProviderEdit)[];

/** A key that is there when the provider is added was meant for the address that is given with it. */
export function columnsOfDraft(draft: ProviderDraft): ProviderColumns {
  const { provider_id, base_url, needs_key = draft.egress === 'public' } = draft;
  const { name, icon, dialect, quirks, limits, timeouts, proxy_url, egress, is_enabled } = draft;
  return {
    ...{ name, icon, dialect, base_url, quirks, limits, timeouts, proxy_url, egress, is_enabled },
    key_variable: needs_key ? keyVariableOf(provider_id) : null,
    key_origin: new URL(base_url).origin,
  };
}

/** Never the key's origin: an address that leads elsewhere loses its key until that is confirmed. */
export function columnsOfEdit(id: string, edit: ProviderEdit): ProviderColumns {
  const { needs_key, models: _models, ...columns } = edit;
  return {
    ...columns,
    ...(needs_key === undefined ? {} : { key_variable: needs_key ? keyVariableOf(id) : null }),
    ...(SEEDED.some((name) => edit[name] !== undefined) ? { is_edited: true } : {}),
  };
}
