import i18next, { type BackendModule, type Namespace } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { firstLanguage, LANGUAGES } from './languages';

/** What the home page and the frame of every page say: with the entry, rather than after it. */
const first = import.meta.glob<{ default: object }>('./*/{common,shell,home,reviews}.json', { eager: true });
const files = import.meta.glob<{ default: object }>(['./*/*.json', '!./*/{common,shell,home,reviews}.json']);

/** Each area's words are a file of their own in each language, loaded when a page first needs it. */
const lazyFiles: BackendModule = {
  type: 'backend',
  init: () => undefined,
  read: (language, namespace, done) => {
    const here = first[`./${language}/${namespace}.json`];
    if (here !== undefined) {
      done(null, here.default);
      return;
    }
    const load = files[`./${language}/${namespace}.json`];
    if (load === undefined) {
      done(new Error(`there are no words ${language}/${namespace}`), null);
      return;
    }
    load().then(
      (words) => {
        done(null, words.default);
      },
      (error: unknown) => {
        done(error instanceof Error ? error : new Error(String(error)), null);
      },
    );
  },
};

/** Ready when the words of the shell and of `areas` are there; `page()` brings those of a page with it. */
export async function startI18n(areas: readonly Extract<Namespace, string>[]): Promise<void> {
  i18next.on('languageChanged', (language) => {
    document.documentElement.lang = language;
  });
  await i18next
    .use(lazyFiles)
    .use(initReactI18next)
    .init({
      lng: firstLanguage(),
      supportedLngs: LANGUAGES,
      fallbackLng: false,
      ns: ['common', 'shell', 'home', 'reviews', ...areas],
      defaultNS: 'common',
      // React escapes what it shows.
      interpolation: { escapeValue: false },
      returnNull: false,
    });
}
