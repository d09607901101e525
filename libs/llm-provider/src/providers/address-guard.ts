import { lookup } from 'node:dns/promises';
import type { ProviderEgress } from '@council/contracts';
import { kindOfAddress } from './private-addresses.js';

/** All addresses of a host; rejects when there is none. */
type ResolveHost = (host: string) => Promise<readonly string[]>;

const resolveByDns: ResolveHost = async (host) =>
  (await lookup(host, { all: true, verbatim: true })).map(({ address }) => address);

const CACHE_MS = 30_000;
const CACHED_HOSTS = 200;

/**
 * Whether an address that a user gave may be called. What is checked here is what the name resolves to now; the
 * connection that follows resolves it again, and is not yet held to the same answer.
 */
export class AddressGuard {
  private readonly seen = new Map<string, { readonly until: number; readonly addresses: readonly string[] }>();

  constructor(
    private readonly resolveHost: ResolveHost = resolveByDns,
    private readonly now: () => number = () => performance.now(),
  ) {}

  /** Why not, in words; null where nothing speaks against it. A name that cannot be resolved harms nobody. */
  async refusal(baseUrl: string, egress: ProviderEgress): Promise<string | null> {
    const host = new URL(baseUrl).hostname.replace(/^\[|\]$/g, '');
    for (const address of await this.addressesOf(host)) {
      const kind = kindOfAddress(address);
      const where = address === host ? host : `${host} (${address})`;
      if (kind === 'never') return `${where} is an address that no provider may have.`;
      if (kind === 'private' && egress === 'public') {
        return `${where} lies in a private network: set the provider's egress to "private" if that is meant.`;
      }
    }
    return null;
  }

  private async addressesOf(host: string): Promise<readonly string[]> {
    const kept = this.seen.get(host);
    if (kept !== undefined && kept.until > this.now()) return kept.addresses;
    const addresses = await this.resolveHost(host).catch(() => null);
    if (addresses === null) return [];
    if (this.seen.size >= CACHED_HOSTS) this.seen.clear();
    this.seen.set(host, { until: this.now() + CACHE_MS, addresses });
    return addresses;
  }
}
