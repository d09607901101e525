import type { Engine, Language, ModelName } from '@council/contracts';

export const REHEARSAL_PROVIDER = 'rehearsal';
export const REHEARSAL_MODEL: ModelName = { provider: REHEARSAL_PROVIDER, model: 'extractive' };

/** The name under which the engine speaks on every surface. It must never look like a model's. */
export const REHEARSAL_NAME: Readonly<Record<Language, string>> = {
  en: 'rehearsal (extractive, no language model)',
  zh: '排演（摘录式，未使用语言模型）',
};
export const REHEARSAL_ENGINE: Engine = { kind: 'extractive', name: REHEARSAL_NAME.en };
