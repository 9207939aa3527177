import { describe, expect, it } from '@jest/globals';
import { soundOf, soundsByWord } from './sounds-of.js';

const way = (written: string, cost: number) => ({ written, left: 0, right: 0, cost });
const sounds = soundsByWord(new Map([
  ['りょうり', [way('料理', 2_000)]], ['くるま', [way('車', 2_000)]], ['でんしゃ', [way('電車', 2_000)]], ['しゃ', [way('車', 6_000)]], ['さっかー', [way('サッカー', 2_000)]],
]));

describe('how labels sound', () => {
  it.each([['料理', 'りょうり'], ['ベトナム料理', 'ベトナムりょうり'], ['電車と車', 'でんしゃとくるま'], ['料理の鉄人', 'りょうりの鉄人']])('%s is %s', (label, sound) => expect(soundOf(label, sounds)).toBe(sound));

  it.each(['サッカー', '鉄人', 'Python'])('%s is found by its letters', (label) => expect(soundOf(label, sounds)).toBeUndefined());
});
