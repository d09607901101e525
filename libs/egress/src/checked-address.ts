import { lookup } from 'node:dns/promises';
import { isIP, type LookupFunction } from 'node:net';
import { type AddressKind, kindOfAddress } from './address-kind.js';

/** `public`: the internet alone. `private`: machines of one's own too. What hands out keys of a cloud is never called. */
export type EgressPolicy = 'public' | 'private';

/** All addresses of a host; rejects when there is none. */
export type ResolveHost = (host: string) => Promise<readonly string[]>;

const byDns: ResolveHost = async (host) =>
  (await lookup(host, { all: true, verbatim: true })).map(({ address }) => address);

/** A host may not be called. `message` says which address, and why, in words for whoever gave it. */
export class AddressRefused extends Error {
  constructor(
    message: string,
    /** Null: it is no address at all. */
    readonly kind: AddressKind | null = null,
  ) {
    super(message);
    this.name = 'AddressRefused';
  }
}

const bareHost = (host: string): string => host.replace(/^\[|\]$/g, '').toLowerCase();

/** Decides which addresses may be called. The connection is made to an address that was checked, and to no other. */
export class CheckedAddresses {
  constructor(
    /** Of a host by its name, in small letters. */
    private readonly policyOf: (host: string) => EgressPolicy,
    private readonly resolveHost: ResolveHost = byDns,
  ) {}

  /** For the `lookup` of node's sockets: the name is resolved once, here, and only what passed is handed on. */
  readonly lookup: LookupFunction = (host, options, callback) => {
    this.of(host).then(
      (addresses) => {
        const found = addresses.map((address) => ({ address, family: isIP(address) }));
        if (options.all === true) callback(null, found);
        else callback(null, found[0]?.address ?? '', found[0]?.family ?? 4);
      },
      (error: unknown) => {
        callback(error as NodeJS.ErrnoException, '', 4);
      },
    );
  };

  /** A socket asks nobody about a bare IP address: whoever connects to a host asks here first. */
  checkLiteral(host: string): void {
    const bare = bareHost(host);
    if (isIP(bare) !== 0) this.check(bare, bare);
  }

  /** The addresses of a host, all of them allowed; rejects with `AddressRefused` when one is not. */
  async of(host: string): Promise<readonly string[]> {
    const bare = bareHost(host);
    const addresses = isIP(bare) === 0 ? await this.resolveHost(bare) : [bare];
    for (const address of addresses) this.check(bare, address);
    return addresses;
  }

  /** Throws `AddressRefused`. */
  check(host: string, address: string): void {
    const kind = kindOfAddress(address);
    const where = address === host ? host : `${host} (${address})`;
    if (kind === 'never') throw new AddressRefused(`${where} is an address that is never called`, kind);
    if (kind === 'private' && this.policyOf(host) === 'public')
      throw new AddressRefused(`${where} lies in a private network`, kind);
  }
}
