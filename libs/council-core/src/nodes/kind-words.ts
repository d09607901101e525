import type { Language } from '@council/contracts';
import type { KindBook } from './kind-book.js';
import { ENGLISH_KINDS } from './kind-words-en.js';
import { CHINESE_KINDS } from './kind-words-zh.js';

export const KIND_WORDS: Readonly<Record<Language, KindBook>> = { en: ENGLISH_KINDS, zh: CHINESE_KINDS };
