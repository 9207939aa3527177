import { describe, expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { look as lookEn } from './words/en.js';
import { look as lookJa } from './words/ja.js';
import { look as lookYasashii } from './words/yasashii.js';
import { phone as phoneEn } from '../attendee/words/en.js';
import { phone as phoneJa } from '../attendee/words/ja.js';
import { phone as phoneYasashii } from '../attendee/words/yasashii.js';
import { board as boardEn } from '../organiser/words/en.js';
import { board as boardJa } from '../organiser/words/ja.js';
import { outside as outsideEn } from '../organiser/words/en-outside.js';
import { outside as outsideJa } from '../organiser/words/ja-outside.js';
import { room as roomEn } from '../organiser/words/en-room.js';
import { room as roomJa } from '../organiser/words/ja-room.js';
import { wall as wallEn } from '../wall/words/en.js';
import { wall as wallJa } from '../wall/words/ja.js';
import { translate } from './translation.js';

const flat = (tree: object, path = ''): [string, string][] =>
  Object.entries(tree).flatMap(([key, value]) => (typeof value === 'string' ? [[`${path}${key}`, value] as [string, string]] : flat(value as object, `${path}${key}.`)));
const places = (text: string): string[] => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name!).sort();

const CATALOGUES = [
  ['look in English', lookJa, lookEn], ['look in やさしい日本語', lookJa, lookYasashii], ['phone in English', phoneJa, phoneEn], ['phone in やさしい日本語', phoneJa, phoneYasashii],
  ['board in English', boardJa, boardEn], ['room in English', roomJa, roomEn], ['outside in English', outsideJa, outsideEn], ['wall in English', wallJa, wallEn],
] as const;

describe('the words', () => {
  it.each(CATALOGUES)('%s: all are there and have the same blanks to fill in', (_, japanese, other) => {
    const found = new Map(flat(other));
    for (const [key, text] of flat(japanese)) {
      expect([key, found.has(key)]).toEqual([key, true]);
      expect([key, places(found.get(key)!)]).toEqual([key, places(text)]);
    }
  });

  it.each(CATALOGUES.filter(([name]) => name.endsWith('English')))('%s: no Japanese is left', (_, __, english) => {
    for (const [key, text] of flat(english)) expect([key, /[ぁ-んァ-ヶ一-龠]/.test(text)]).toEqual([key, false]);
  });
});

describe('one word for one thing', () => {
  const organisers = [...flat(boardJa), ...flat(roomJa), ...flat(outsideJa)];

  it.each([['発表', /チームが?[をは]?公開/], ['対応', /応対/], ['捨てる', /破棄/], ['合わせる', /チームを(?:ひとつに)?まとめ/]])('it is %s', (_, other) => {
    expect(organisers.filter(([, text]) => other.test(text))).toEqual([]);
  });

  it('feature 86: one message is not “1 messages”', () => {
    const of = (key: string, count: number) => translate({ outside: outsideEn }, 'outside', key, { count, time: '14:00' });
    expect(['hooks.waiting', 'hooks.failures', 'hooks.removeHelp'].map((key) => of(key, 1))).toEqual(['1 message waiting', 'Failed once; the next attempt is at about 14:00', '1 message that waits will not be sent.']);
    expect(of('hooks.failures', 2)).toMatch(/^Failed 2 times/);
  });
});

describe('the punctuation', () => {
  const source = fileURLToPath(new URL('../', import.meta.url));
  const pages = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((name) => /\.tsx?$/.test(name) && !/\.spec\.|[\\/]words[\\/]|rehearsal-people/.test(name));
  const withoutComments = (code: string): string => code.replace(/\/\*[\s\S]*?\*\/|\/\/.*|\/(?![/*])(?:[^/\\\n]|\\.)+\/\w*/g, '');

  it.each(pages)('%s: none of it is of one language alone, but for the catalogues', (name) => {
    expect(withoutComments(readFileSync(source + name, 'utf8')).match(/.*[（）・〜＋：].*/g) ?? []).toEqual([]);
  });
});

describe('translating', () => {
  const words = { look: lookEn, phone: phoneEn };

  it('fills in values and takes the singular for one', () => {
    expect(translate(words, 'look', 'people', { count: 1 })).toBe('1 person');
    expect(translate(words, 'look', 'people', { count: 2 })).toBe('2 people');
  });

  it('finds words of another space by its name', () => {
    expect(translate(words, 'phone', 'look:close')).toBe('Close');
  });

  it('shows the key where there are no words, not nothing', () => {
    expect(translate(words, 'phone', 'audit.unheard')).toBe('audit.unheard');
  });

  it('calls nobody さんさん', () => {
    const words = { look: { a: '{{name}}さんを登録しました' } };
    expect(['トメさん', 'アオイ', '森先生'].map((name) => translate(words, 'look', 'a', { name }))).toEqual(['トメさんを登録しました', 'アオイさんを登録しました', '森先生を登録しました']);
  });

  it('leaves values as they are, whatever they look like', () => {
    expect(translate({ look: { a: '{{x}}' } }, 'look', 'a', { x: '$& {{y}} <b>' })).toBe('$& {{y}} <b>');
  });
});
