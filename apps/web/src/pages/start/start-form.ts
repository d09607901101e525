import type { StartRequest } from '@/sessions/start-session';

export interface Attachment {
  readonly name: string;
  readonly content: string;
}

export interface StartValues {
  readonly document: string;
  /** What the council reads beside the document. */
  readonly attachments: readonly Attachment[];
  readonly objective: string;
  /** `auto`: the server goes by the document. */
  readonly language: 'auto' | 'en' | 'zh';
  readonly group: string | null;
  readonly usd: string;
  readonly tokens: string;
  /** Who sits in whose seat, by agent. */
  readonly members: Readonly<Record<string, string>>;
  /** By agent who sits: `provider/model`. */
  readonly models: Readonly<Record<string, string>>;
}

export const EMPTY_FORM: StartValues = {
  document: '',
  attachments: [],
  objective: '',
  language: 'auto',
  group: null,
  usd: '',
  tokens: '',
  members: {},
  models: {},
};

/** Which way through: a template's, or a graph of its own. */
export type StartSource = Pick<StartRequest, 'template_uuid' | 'graph'>;

/** What the form says, as the server wants it; null: nothing is asked yet, or nobody to ask it of. */
export function requestOf(source: StartSource | null, values: StartValues): StartRequest | null {
  const { document, attachments, objective, language, group, members } = values;
  if (source === null || (document.trim() === '' && objective.trim() === '')) return null;
  const overrides = overridesOf(values.models);
  const budget = { ...capOf('usd', values.usd), ...capOf('tokens', values.tokens) };
  return {
    ...source,
    input: {
      document_content: document,
      optimization_objective: objective,
      ...(attachments.length === 0 ? {} : { attachments: [...attachments] }),
    },
    ...(language === 'auto' ? {} : { language }),
    ...(group === null ? {} : { group_uuid: group }),
    ...(Object.keys(budget).length === 0 ? {} : { budget }),
    ...(Object.keys(members).length === 0 ? {} : { members }),
    ...(Object.keys(overrides).length === 0 ? {} : { overrides }),
  };
}

/** No cap, or more than nothing. */
export const isCap = (typed: string): boolean => typed.trim() === '' || Number(typed) > 0;

function capOf(name: 'usd' | 'tokens', typed: string): Record<string, number> {
  return typed.trim() === '' || !isCap(typed) ? {} : { [name]: Number(typed) };
}

function overridesOf(models: StartValues['models']): NonNullable<StartRequest['overrides']> {
  return Object.fromEntries(
    Object.entries(models).map(([agent, chosen]) => {
      // Only the first slash parts them: models of a router have slashes of their own.
      const at = chosen.indexOf('/');
      return [agent, { provider: chosen.slice(0, at), model: chosen.slice(at + 1) }];
    }),
  );
}
