import { useTranslation } from 'react-i18next';

export interface Failure {
  readonly code: string;
  readonly message: string;
}

/**
 * What has failed in a session, in the language of the page. The server's own words are English and say more (which
 * provider, which model): in English they stand as they are, elsewhere the words of the code stand for them.
 * @param isNeeded whether anything has failed: its words are fetched then, until when the server's own stand.
 */
export function useFailureWords(isNeeded: boolean): (failure: Failure) => string {
  const { i18n } = useTranslation(isNeeded ? 'problems' : 'common', { useSuspense: false });
  return ({ code, message }) =>
    i18n.language === 'en' ? message : i18n.t(code.replace('.', '_'), { ns: 'problems', defaultValue: message });
}
