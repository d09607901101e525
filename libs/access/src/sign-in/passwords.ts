/** argon2id with 19 MiB, two passes, one lane: what OWASP asks for. Imported when used: most processes never need it. */
const library = () => import('@node-rs/argon2');

export async function hashPassword(password: string): Promise<string> {
  return (await library()).hash(password.normalize('NFKC'));
}

let nobodys: Promise<string> | undefined;

/** As long for a name that nobody has: time does not tell which names there are. */
export async function isPasswordOf(hash: string | null, password: string): Promise<boolean> {
  const { verify } = await library();
  // Made at the first try of all, whosever name that is: it would be twice as slow for a name that nobody has.
  const nobody = await (nobodys ??= hashPassword('nobody'));
  return (await verify(hash ?? nobody, password.normalize('NFKC'))) && hash !== null;
}
