import { ENGLISH } from './words-en.js';
import { CHINESE } from './words-zh.js';

const LANGUAGES = { en: ENGLISH, zh: CHINESE };
const KEPT_UNDER = 'council.language';
/** What a word was said with, so that it can be said again in the other language. */
const sayings = new WeakMap();
let language = 'en';

export const currentLanguage = () => language;

/** The word of a key: a sentence, or a function that makes one of parameters. */
export function word(key, parameters = {}) {
  const found = LANGUAGES[language][key];
  if (found === undefined) throw new Error(`there is no word "${key}"`);
  return typeof found === 'function' ? found(parameters) : found;
}

export const hasWord = (key) => LANGUAGES[language][key] !== undefined;

/** An element whose text follows the language. */
export function say(key, parameters = {}, tag = 'span') {
  return sayIn(document.createElement(tag), key, parameters);
}

export function sayIn(element, key, parameters = {}) {
  sayings.set(element, parameters);
  element.dataset.word = key;
  element.textContent = word(key, parameters);
  return element;
}

/** An attribute that a person reads or hears: `aria-label`, `placeholder`, `title`. */
export function sayAttribute(element, attribute, key) {
  element.setAttribute(`data-word-${attribute}`, key);
  element.setAttribute(attribute, word(key));
  return element;
}

/** The language kept from last time, else the browser's. */
export function beginLanguage() {
  setLanguage(kept() ?? (navigator.language.toLowerCase().startsWith('zh') ? 'zh' : 'en'), false);
}

/** Says everything again at once; nothing else on the page changes. */
export function setLanguage(wanted, isKept = true) {
  language = wanted === 'zh' ? 'zh' : 'en';
  if (isKept) keep(language);
  document.documentElement.lang = language === 'zh' ? 'zh-Hans' : 'en';
  document.title = word('title');
  for (const element of document.querySelectorAll('[data-word]')) {
    element.textContent = word(element.dataset.word, sayings.get(element));
  }
  for (const attribute of ['aria-label', 'placeholder', 'title']) {
    for (const element of document.querySelectorAll(`[data-word-${attribute}]`)) {
      element.setAttribute(attribute, word(element.getAttribute(`data-word-${attribute}`)));
    }
  }
  document.dispatchEvent(new CustomEvent('language'));
}

/** A browser that keeps nothing for this site begins anew each time. */
function kept() {
  try {
    return localStorage.getItem(KEPT_UNDER);
  } catch {
    return null;
  }
}

function keep(value) {
  try {
    localStorage.setItem(KEPT_UNDER, value);
  } catch {
    // The choice holds until the page is closed.
  }
}
