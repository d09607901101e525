import { useTranslation } from 'react-i18next';

export interface Failure {
  readonly code: string;
  readonly message: string;
}

/**
 * What has failed in a session, in the language of the page. The server's own words are English and say more (which
 * provider, which model): in English they stand as they are, elsewhere the words of the code stand for them.
 */
export function useFailureWords(): (failure: Failure) => string {
  // They come when they are first needed; until then the server's own stand.
  const { t, i18n } = useTranslation('problems', { useSuspense: false });
  return ({ code, message }) =>
    i18n.language === 'en' ? message : t(code.replace('.', '_') as 'MODEL_UNREACHABLE', { defaultValue: message });
}
