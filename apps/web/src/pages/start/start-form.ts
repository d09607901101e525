import type { StartRequest } from '@/sessions/start-session';

export interface StartValues {
  readonly document: string;
  readonly objective: string;
  /** `auto`: the server goes by the document. */
  readonly language: 'auto' | 'en' | 'zh';
  readonly group: string | null;
  readonly usd: string;
  readonly tokens: string;
  /** By agent: `provider/model`. */
  readonly models: Readonly<Record<string, string>>;
}

export const EMPTY_FORM: StartValues = {
  document: '',
  objective: '',
  language: 'auto',
  group: null,
  usd: '',
  tokens: '',
  models: {},
};

/** What the form says, as the server wants it; null: nothing is asked yet, or nobody to ask it of. */
export function requestOf(template: string | null, values: StartValues): StartRequest | null {
  const { document, objective, language, group } = values;
  if (template === null || (document.trim() === '' && objective.trim() === '')) return null;
  const overrides = overridesOf(values.models);
  const budget = { ...capOf('usd', values.usd), ...capOf('tokens', values.tokens) };
  return {
    template_uuid: template,
    input: { document_content: document, optimization_objective: objective },
    ...(language === 'auto' ? {} : { language }),
    ...(group === null ? {} : { group_uuid: group }),
    ...(Object.keys(budget).length === 0 ? {} : { budget }),
    ...(Object.keys(overrides).length === 0 ? {} : { overrides }),
  };
}

function capOf(name: 'usd' | 'tokens', typed: string): Record<string, number> {
  return typed.trim() === '' ? {} : { [name]: Number(typed) };
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
