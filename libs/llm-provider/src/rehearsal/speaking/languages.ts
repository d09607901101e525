import type { Language } from '@council/contracts';
import { ENGLISH_WORDS } from './words-en.js';
import { CHINESE_WORDS } from './words-zh.js';
import type { Words } from './words.js';

/** The templates of each language in which a session can be held. */
export const WORDS: Readonly<Record<Language, Words>> = { en: ENGLISH_WORDS, zh: CHINESE_WORDS };
