import { isIP } from 'node:net';
import type { ProviderEgress } from '@council/contracts';
import { AddressRefused, CheckedAddresses, type ResolveHost } from '@council/egress';

/**
 * Whether an address that a user gives may be kept. It says early and in words what the connection enforces: what a name
 * resolves to is looked at again whenever a connection is made.
 */
export class AddressGuard {
  constructor(private readonly resolveHost?: ResolveHost) {}

  /** Why not; null where nothing speaks against it. A name that cannot be resolved harms nobody. */
  async refusal(url: string, egress: ProviderEgress): Promise<string | null> {
    try {
      await new CheckedAddresses(() => egress, this.resolveHost).of(new URL(url).hostname);
      return null;
    } catch (error) {
      return error instanceof AddressRefused ? inWords(error) : null;
    }
  }
}

/** The same for an address without a name, which no connection looks up. Answers at once. */
export function refusalOfBareAddress(url: string, egress: ProviderEgress): string | null {
  const host = new URL(url).hostname.replace(/^\[|\]$/g, '');
  if (isIP(host) === 0) return null;
  try {
    new CheckedAddresses(() => egress).check(host, host);
    return null;
  } catch (error) {
    if (error instanceof AddressRefused) return inWords(error);
    throw error;
  }
}

const inWords = ({ message, kind }: AddressRefused): string =>
  `${message}${kind === 'private' ? `: set the provider's egress to "private" if that is meant` : ''}.`;
