import type { Language } from '@tsunagu/contracts';
import type { LoadWords } from '../look/language.js';
import { look } from '../look/words/ja.js';
import { board } from './words/ja.js';

/** Organisers read Japanese or English. */
export const CONSOLE_LANGUAGES: readonly Language[] = ['ja', 'en'];

export const loadWords: LoadWords = async (language) => {
  if (language !== 'en') return { look, board };
  const [shared, own] = await Promise.all([import('../look/words/en.js'), import('./words/en.js')]);
  return { look: shared.look, board: own.board };
};
