import type { Language } from '@tsunagu/contracts';
import type { LoadWords } from '../look/language.js';
import { look } from '../look/words/ja.js';
import { outside } from './words/ja-outside.js';
import { room } from './words/ja-room.js';
import { board } from './words/ja.js';

/** Organisers read Japanese or English. */
export const CONSOLE_LANGUAGES: readonly Language[] = ['ja', 'en'];

export const loadWords: LoadWords = async (language) => {
  if (language !== 'en') return { look, board, room, outside };
  const [shared, own, ownRoom, ownOutside] = await Promise.all([import('../look/words/en.js'), import('./words/en.js'), import('./words/en-room.js'), import('./words/en-outside.js')]);
  return { look: shared.look, board: own.board, room: ownRoom.room, outside: ownOutside.outside };
};
