import i18next from 'i18next';
import type { z } from 'zod';
import { ruleWord } from './rule-words';

/** They come when they are first needed. */
export const loadIssueWords = (): Promise<void> => i18next.loadNamespaces('issues');

/** What a schema has against a value, as a person would say it beside the field. Wants `reportInput`, and its words loaded. */
export function issueWords(issue: z.core.$ZodIssue): string {
  const { t } = i18next;
  const said = ruleWord(issue.message);
  if (said !== null) return t(`issues:${said}`);
  switch (issue.code) {
    case 'invalid_type':
      if (issue.input === undefined) return t('issues:required');
      if (issue.expected === 'int') return t('issues:whole');
      if (issue.expected === 'number') return t('issues:number');
      return t('issues:type', { expected: issue.expected });
    case 'too_big':
      if (issue.origin === 'string') return t('issues:tooLong', { max: issue.maximum });
      return t(issue.origin === 'array' ? 'issues:tooMany' : 'issues:atMost', { max: issue.maximum });
    case 'too_small':
      if (issue.origin === 'string') return t('issues:required');
      return t(issue.inclusive === false ? 'issues:moreThan' : 'issues:atLeast', { min: issue.minimum });
    case 'unrecognized_keys':
      return t('issues:unknown', { names: issue.keys.join(', ') });
    case 'invalid_value':
      return t('issues:oneOf', { values: issue.values.join(', ') });
    default:
      return issue.message;
  }
}
