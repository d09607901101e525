/** The rules of `contracts` that say in English what is wrong, by their words: these have words of the language in `issues`. */
export const RULE_WORDS = {
  'must not be blank': 'required',
  'is required': 'required',
  'must say why': 'required',
  'holds binary data, not text': 'binary',
  'holds half a character': 'half',
  'names an agent twice': 'twice',
  'lists a model twice': 'modelTwice',
  'names no agent': 'noAgent',
  'is not a uuid': 'uuid',
  'is a reserved word': 'reserved',
  'must hold no spaces': 'spaces',
  'must hold nothing unseen': 'unseen',
  'must have at least 10 characters': 'password',
  'must be an address that begins with http:// or https://': 'address',
  'must not hold a user or a password': 'addressUser',
  'must not have a query or a fragment': 'addressQuery',
  'must have 2 to 64 characters of a-z, 0-9 and -': 'providerId',
  'must not end in -file': 'providerFile',
  'must be printable characters of ASCII without spaces': 'key',
  'name usd, tokens, or both': 'budget',
  'and group_uuid name different groups': 'groups',
} as const;

/** What a rule has words for in the language of the page; anything else as it is said. */
export function ruleWord(message: string): (typeof RULE_WORDS)[keyof typeof RULE_WORDS] | null {
  return message in RULE_WORDS ? RULE_WORDS[message as keyof typeof RULE_WORDS] : null;
}
