import 'i18next';
import type { look } from './words/ja.js';
import type { phone } from '../attendee/words/ja.js';
import type { board } from '../organiser/words/ja.js';
import type { wall } from '../wall/words/ja.js';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'look';
    resources: { look: typeof look; phone: typeof phone; board: typeof board; wall: typeof wall };
  }
}
