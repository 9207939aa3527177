import { describe, expect, it } from '@jest/globals';
import * as attendeeEn from '../attendee/words/en.js';
import * as attendeeJa from '../attendee/words/ja.js';
import * as attendeeYasashii from '../attendee/words/yasashii.js';
import * as organiserEn from '../organiser/words/en.js';
import * as organiserJa from '../organiser/words/ja.js';
import * as outsideEn from '../organiser/words/en-outside.js';
import * as outsideJa from '../organiser/words/ja-outside.js';
import * as roomEn from '../organiser/words/en-room.js';
import * as roomJa from '../organiser/words/ja-room.js';
import * as wallEn from '../wall/words/en.js';
import * as wallJa from '../wall/words/ja.js';
import * as lookEn from './words/en.js';
import * as lookJa from './words/ja.js';
import * as lookYasashii from './words/yasashii.js';

/** Every text of a word list by its key; a list may be nested. */
function textsOf(list: object, path = ''): [key: string, text: string][] {
  return Object.entries(list).flatMap(([key, value]) => (typeof value === 'string' ? [[`${path}${key}`, value] as [string, string]] : textsOf(value as object, `${path}${key}.`)));
}
const keysOf = (list: object): string[] => textsOf(list).map(([key]) => key.replace(/_(one|other)$/, '')).sort();
/** Letters that are not inside a placeholder. */
const letters = (text: string): string => text.replace(/\{\{?\w+\}?\}/g, '');

const PAGES: [name: string, ja: object, en: object][] = [['phone', attendeeJa, attendeeEn], ['console', organiserJa, organiserEn], ['room', roomJa, roomEn], ['outside', outsideJa, outsideEn], ['wall', wallJa, wallEn], ['look', lookJa, lookEn]];

describe('feature 105: the pages speak Japanese first, and English completely', () => {
  it.each(PAGES)('%s: every text stands in both languages', (_, ja, en) => {
    expect([...new Set(keysOf(en))]).toEqual([...new Set(keysOf(ja))]);
  });

  it.each(PAGES)('%s: no English sentence is left in Japanese, and no Japanese in English', (_, ja, en) => {
    const english = textsOf(ja).filter(([, text]) => /[A-Za-z]{2,} [A-Za-z]{2,} [A-Za-z]{2,}/.test(letters(text)) && !/[ぁ-んァ-ン一-龠]/.test(text));
    const japanese = textsOf(en).filter(([, text]) => /[ぁ-ん]/.test(letters(text).replace(/会いたい|つなぐ|やさしい日本語|もくもく会|リビングラボ|アイデアソン/g, '')));
    expect({ english, japanese }).toEqual({ english: [], japanese: [] });
  });

  it.each([['ja', attendeeJa, lookJa], ['en', attendeeEn, lookEn], ['yasashii', attendeeYasashii, lookYasashii]])('%s: the button that does it never reads like the one beside it that does not', (_, { phone }, { look }) => {
    const doing = [...textsOf(phone).filter(([key]) => key.endsWith('Do')), ['data.leave', phone.data.leave]];
    expect(doing.filter(([, text]) => text === look.cancel)).toEqual([]);
  });

  it.each([['ja', attendeeJa], ['en', attendeeEn], ['yasashii', attendeeYasashii]])('%s: sentences that are put together stand apart as others do', (language, { phone: { over } }) => {
    for (const together of [over.own + over.erases + over.rate, over.own + over.rate]) expect(together.replace('{{date}}', 'day')).toMatch(language === 'en' ? /^[^.]+\.( [^.\s][^.]*\.)+$/ : /^[^。]+。([^。\s][^。]*。)+$/);
  });

  it('feature 106: easy Japanese stands for the whole phone page', () => {
    for (const [easy, ja] of [[attendeeYasashii, attendeeJa], [lookYasashii, lookJa]] as const) expect(keysOf(easy)).toEqual(keysOf(ja));
  });
});
