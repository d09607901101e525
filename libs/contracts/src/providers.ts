import { z } from 'zod';

export const Provider = z
  .object({
    provider_id: z.string(),
    name: z.string(),
    icon: z.string(),
    models: z.array(z.string()),
    /** A key (or an address, where no key is needed) is configured: the provider can be called. */
    is_configured: z.boolean(),
  })
  .meta({ id: 'Provider' });
export type Provider = z.infer<typeof Provider>;
export const ProviderList = z.object({ providers: z.array(Provider) }).meta({ id: 'ProviderList' });
export type ProviderList = z.infer<typeof ProviderList>;
