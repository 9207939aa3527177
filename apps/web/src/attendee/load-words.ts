import type { LoadWords } from '../look/language.js';
import { look } from '../look/words/ja.js';
import { phone } from './words/ja.js';

/** The page's words: Japanese comes with the page, the others when they are chosen. */
export const loadWords: LoadWords = async (language) => {
  if (language === 'ja') return { look, phone };
  const [shared, own] = language === 'en'
    ? await Promise.all([import('../look/words/en.js'), import('./words/en.js')])
    : await Promise.all([import('../look/words/yasashii.js'), import('./words/yasashii.js')]);
  return { look: shared.look, phone: own.phone };
};
