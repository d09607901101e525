const MASK = '[removed]';
/** A shorter "secret" would eat ordinary words; the client's placeholder key is `none`. */
const MIN_SECRET_LENGTH = 6;

/** What keys look like where ours are not involved: an upstream may echo somebody else's. */
const PATTERNS: readonly [RegExp, string][] = [
  [/\b(bearer|basic)\s+[\w.~+/=-]{6,}/gi, `$1 ${MASK}`],
  // Keys that begin with a vendor's mark. Four stars and more: keys that the upstream has masked but for their ends.
  [/\b(?:sk|pk|rk|gsk|xai|hf|pplx)[-_][\w*-]{6,}/gi, MASK],
  [/\bAIza[\w-]{10,}/g, MASK],
  // Neither this nor the next begins with a run of letters: in a long one each letter would be looked at from all before it.
  [/((?:key|token|secret|password|authorization)["']?\s*[=:]\s*)("[^"]*"|'[^']*'|[^\s,;&"'}]+)/gi, `$1${MASK}`],
  // User and password in an address.
  [/(?<=\w:\/\/)[^\s/@:]+:[^\s/@]+@/g, `${MASK}@`],
];

/** Takes configured keys and everything that looks like one out of a text that comes from outside. */
export function scrubSecrets(text: string, secrets: readonly (string | undefined)[] = []): string {
  let clean = text;
  const known = secrets.filter((secret) => secret !== undefined && secret.length >= MIN_SECRET_LENGTH);
  for (const secret of known.toSorted((a, b) => (b?.length ?? 0) - (a?.length ?? 0))) {
    clean = clean.replaceAll(secret as string, MASK);
  }
  for (const [pattern, replacement] of PATTERNS) clean = clean.replace(pattern, replacement);
  return clean;
}
