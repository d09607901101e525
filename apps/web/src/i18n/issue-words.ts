import i18next from 'i18next';
import type { z } from 'zod';

/** The rules of `contracts` say in English what is wrong: these have words of the language. */
const SAID: Readonly<Record<string, 'required' | 'binary' | 'half' | 'twice' | 'uuid'>> = {
  'must not be blank': 'required',
  'holds binary data, not text': 'binary',
  'holds half a character': 'half',
  'names an agent twice': 'twice',
  'is not a uuid': 'uuid',
};

/** What a schema has against a value, as a person would say it beside the field. Wants `reportInput`. */
export function issueWords(issue: z.core.$ZodIssue): string {
  const { t } = i18next;
  const said = SAID[issue.message];
  if (said !== undefined) return t(`issue.${said}`);
  switch (issue.code) {
    case 'invalid_type':
      if (issue.input === undefined) return t('issue.required');
      return t('issue.type', { expected: issue.expected });
    case 'too_big':
      if (issue.origin === 'string') return t('issue.tooLong', { max: issue.maximum });
      return t(issue.origin === 'array' ? 'issue.tooMany' : 'issue.atMost', { max: issue.maximum });
    case 'too_small':
      if (issue.origin === 'string') return t('issue.required');
      return t(issue.inclusive === false ? 'issue.moreThan' : 'issue.atLeast', { min: issue.minimum });
    case 'unrecognized_keys':
      return t('issue.unknown', { names: issue.keys.join(', ') });
    case 'invalid_value':
      return t('issue.oneOf', { values: issue.values.join(', ') });
    default:
      return issue.message;
  }
}
