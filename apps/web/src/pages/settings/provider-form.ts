import type { ProviderDraft } from '@council/contracts';
import type { UseFormReturn } from 'react-hook-form';
import type { z } from 'zod';
import type { Schemas } from '@/api/client';
import type { ProviderDetails } from '@/api/queries/providers';

export type ProviderForm = UseFormReturn<z.input<typeof ProviderDraft>, unknown, ProviderDraft>;
type Edit = Schemas['ProviderEdit'];

/** What the form of a provider changes; whether it is on has a switch of its own, which takes effect at once. */
const EDITED = [
  'name',
  'base_url',
  'egress',
  'dialect',
  'needs_key',
  'models',
  'proxy_url',
  'limits',
  'timeouts',
] as const satisfies readonly (keyof ProviderDraft)[];

export function valuesOf(details: ProviderDetails): ProviderDraft {
  const { provider_id, name, icon, dialect, quirks, limits, timeouts, proxy_url, egress, is_enabled, models } = details;
  return {
    ...{ provider_id, name, icon, dialect, quirks, limits, timeouts, proxy_url, egress, is_enabled, models },
    base_url: details.base_url ?? '',
    needs_key: details.key_variable !== null,
  };
}

/** Only what differs is sent: what is absent stays as it is, also where somebody else has changed it meanwhile. */
export function changesOf(before: ProviderDraft, after: ProviderDraft): Edit {
  const differing = EDITED.filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]));
  return Object.fromEntries(differing.map((name) => [name, after[name]]));
}

/** Null: that is no address yet. */
export function originOf(address: string | null): string | null {
  return address !== null && URL.canParse(address) ? new URL(address).origin : null;
}

/** One model a line. */
export function modelsOf(lines: string): string[] {
  return lines
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
