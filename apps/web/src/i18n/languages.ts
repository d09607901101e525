import { readStored, store } from '@/state/stored';

export const LANGUAGES = ['en', 'zh-CN'] as const;
export type UiLanguage = (typeof LANGUAGES)[number];

/** In their own words, whatever the language of the page. */
export const LANGUAGE_NAMES: Readonly<Record<UiLanguage, string>> = { en: 'English', 'zh-CN': '中文' };

/** What was chosen here, else what the browser asks for. */
export function firstLanguage(): UiLanguage {
  const chosen = LANGUAGES.find((language) => language === readStored('language'));
  if (chosen !== undefined) return chosen;
  const wanted = navigator.languages.find((language) => /^(en|zh)\b/i.test(language));
  return wanted !== undefined && /^zh/i.test(wanted) ? 'zh-CN' : 'en';
}

export function rememberLanguage(language: UiLanguage): void {
  store('language', language);
}

export function otherLanguage(language: string): UiLanguage {
  return language === 'en' ? 'zh-CN' : 'en';
}

/** The server's name of it, for sessions that speak the language of the page. */
export function serverLanguage(language: string): 'en' | 'zh' {
  return language.startsWith('zh') ? 'zh' : 'en';
}
