import http from 'node:http';
import https from 'node:https';
import type { LookupFunction } from 'node:net';
import type { ProviderEgress } from '@council/contracts';
import { CheckedAddresses, type ResolveHost } from '@council/egress';
import { HttpProxyAgent } from 'http-proxy-agent';
import { HttpsProxyAgent } from 'https-proxy-agent';

/** An idle connection is kept this long for the next call: shorter than what proxies on the way forget silently. */
const IDLE_SOCKET_MS = 10_000;

/** How a provider is reached. */
export interface WayOut {
  readonly egress: ProviderEgress;
  /** False: the address is the product's or the environment's own. A proxy is always checked. */
  readonly isAddressChecked: boolean;
  readonly proxyUrl: string | null;
}

type Pair = Readonly<Record<'http:' | 'https:', http.Agent>>;

/**
 * Who makes the connections. A name is resolved once, checked, and its connection made to what was checked; one that is
 * kept for the next call serves the same policy alone.
 */
export class UpstreamAgents {
  private readonly lookups: Readonly<Record<ProviderEgress, LookupFunction>>;
  private readonly direct: Readonly<Record<ProviderEgress | 'unchecked', Pair>>;

  constructor(resolveHost?: ResolveHost) {
    const checked = (egress: ProviderEgress) => new CheckedAddresses(() => egress, resolveHost).lookup;
    this.lookups = { public: checked('public'), private: checked('private') };
    this.direct = {
      unchecked: keeping({}),
      public: keeping({ lookup: this.lookups.public }),
      private: keeping({ lookup: this.lookups.private }),
    };
  }

  /** Through a proxy each request has a connection of its own, which `signal` ends: also one that is still being made. */
  agentFor(url: URL, { egress, isAddressChecked, proxyUrl }: WayOut, signal: AbortSignal): http.Agent {
    const isTls = url.protocol === 'https:';
    if (proxyUrl === null) return this.direct[isAddressChecked ? egress : 'unchecked'][isTls ? 'https:' : 'http:'];
    // Names behind the proxy are the proxy's to resolve.
    const options = { lookup: this.lookups[egress], signal };
    return isTls ? new HttpsProxyAgent(proxyUrl, options) : new HttpProxyAgent(proxyUrl, options);
  }
}

const keeping = (options: { readonly lookup?: LookupFunction }): Pair => ({
  'http:': new http.Agent({ keepAlive: true, timeout: IDLE_SOCKET_MS, ...options }),
  'https:': new https.Agent({ keepAlive: true, timeout: IDLE_SOCKET_MS, ...options }),
});
