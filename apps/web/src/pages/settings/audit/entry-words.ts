import type { AuditKind } from '@council/contracts';
import type { TFunction } from 'i18next';
import type { AccessEntry } from '@/api/queries/access';
import type { Tone } from '@/ui/badge';
import { deedOf } from './deeds';

export const KIND_WORDS = {
  sign_in: 'kind.sign_in',
  sign_out: 'kind.sign_out',
  refused: 'kind.refused',
  write: 'kind.write',
  'keys:read': 'kind.keys_read',
  'circuit_breaker:tripped': 'kind.tripped',
  'session:unlocked': 'kind.unlocked',
} as const satisfies Readonly<Record<AuditKind, string>>;
/** Names that no user has. */
const NOBODIES = { stranger: 'who.stranger', system: 'who.system', token: 'who.token' } as const;

const OUTCOMES = {
  401: 'outcome.unknown',
  403: 'outcome.forbidden',
  404: 'outcome.unseen',
  429: 'outcome.tooMany',
} as const;

type Words = TFunction<'audit'>;

const isKind = (what: string): what is AuditKind => what in KIND_WORDS;

export function whoWords(t: Words, who: string): string {
  return who in NOBODIES ? t(NOBODIES[who as keyof typeof NOBODIES]) : who;
}

/** What was done, or tried: the outcome says which. What this client has no word for is named as the server names it. */
export function whatWords(t: Words, { what, detail }: AccessEntry): string {
  const deed = deedOf(text(detail['method']), text(detail['path']));
  if (deed !== null) return t(`deed.${deed}`);
  if (what === 'refused' && detail['method'] === 'GET') return t('read');
  return isKind(what) ? t(KIND_WORDS[what]) : what;
}

export function outcomeOf(t: Words, { what, detail }: AccessEntry): { readonly tone: Tone; readonly words: string } {
  if (what === 'circuit_breaker:tripped') return { tone: 'warn', words: t('outcome.locked') };
  if (what !== 'refused') return { tone: 'good', words: t('outcome.done') };
  const status = Number(detail['status']);
  return { tone: 'bad', words: status in OUTCOMES ? t(OUTCOMES[status as keyof typeof OUTCOMES]) : String(status) };
}

/** The page that shows what it was done to, where there is one. */
export function placeOf({ session_uuid: uuid, detail }: AccessEntry): string | null {
  if (uuid !== null) return `/sessions/${uuid}`;
  const [, kind, id] =
    /^\/api\/v1\/(sessions|groups|agents|templates|providers)\/([\w-]+)/.exec(text(detail['path'])) ?? [];
  if (kind === undefined || id === undefined || id === 'estimate') return null;
  return kind === 'providers' ? `/settings/providers/${id}` : `/${kind}/${id}`;
}

export const text = (value: unknown): string => (typeof value === 'string' ? value : '');
