import { describe, expect, it } from '@jest/globals';
import { buildLexicon } from '../lexicon-to-concepts/build-lexicon.js';
import { findEnglish, readEnglish } from '../tokens-to-tags/read-english.js';
import { possibleEnglish } from './possible-english.js';

const CONCEPTS = `
[ものづくり / 修理]
自転車修理 = bicycle repair
自転車 = bicycle = bike
写真撮影 = photography = 写真
動画編集 = video editing
機械学習 = machine learning
Live
防災 = disaster prevention
料理 = cooking
レコード = record
録音 = recording
[職業 / 食]
料理人 = cook
[語学 / 外国語]
日本語 = Japanese
`;
const { lexicon } = buildLexicon([{ name: 'concepts/t.txt', text: CONCEPTS }]);

function possible(text: string) {
  const ranges = findEnglish(text);
  const candidates = readEnglish(text, ranges, lexicon);
  return ranges.flatMap((range) => possibleEnglish(text, range, candidates, lexicon));
}
const words = (text: string): string[] => possible(text).map(({ span }) => text.slice(...span));

describe('what may be a tag in an English sentence', () => {
  it('is each run of words that no other mark parts and that neither begins nor ends with a small word', () => {
    expect(words('we collect old glass bottles, and the corks').sort()).toEqual(['bottles', 'collect old glass', 'collect old glass bottles', 'corks', 'glass', 'glass bottles'].sort());
  });

  it('calls what somebody was as if they were it still', () => {
    expect(words('ex-glass blower')).toEqual(expect.arrayContaining(['glass blower', 'glass']));
    expect(words('ex-glass blower').join()).not.toContain('ex-');
    expect(words('I like express trains a lot')).toContain('express trains');
  });

  it('has at most five words', () => {
    expect(Math.max(...words('red green blue white black brown grey').map((phrase) => phrase.split(' ').length))).toBe(5);
  });

  it.each([
    ['I can fix bikes.', 'fix bikes', '自転車修理'], ['they love fixing the bicycles here', 'fixing the bicycles', '自転車修理'], ['Takes photos of trains.', 'Takes photos', '写真撮影'], ['I edited some videos once', 'edited some videos', '動画編集'], ['she took a photo', 'took a photo', '写真撮影'],
  ])('is what is done to what: %s', (text, phrase, label) => {
    expect(possible(text).filter(({ rule }) => rule === 'english:doing').map(({ span, label: name, named }) => [text.slice(...span), name, named])).toContainEqual([phrase, label, true]);
  });

  it('bears the name of its concept where it has one, else its own words', () => {
    const found = possible('i study machine learning and moss gardens');
    expect(found.find(({ phrase }) => phrase === 'machine learning')).toMatchObject({ label: '機械学習', concept: '機械学習', named: true });
    expect(found.find(({ phrase }) => phrase === 'moss gardens')).toMatchObject({ label: 'moss gardens', concept: 'mossgardens', named: false });
  });

  it('is no verb with a name behind it: the name says it', () => {
    expect(words('i study machine learning')).not.toContain('study machine learning');
    expect(words('i study moss gardens')).toContain('study moss gardens');
  });

  it('is no verb alone: it bears the name of its doing, or is none', () => {
    const labels = (text: string): string[] => possible(text).map(({ label }) => label);
    expect(labels('I can cook')).toEqual(['料理']);
    expect(labels('I can juggle')).toEqual([]);
    expect(labels('I can juggle and cook').filter((label) => !label.includes(' '))).toEqual(['料理']);
    expect(labels('a quiet room to record in')).toContain('録音');
    expect(labels('a quiet room to record in')).not.toContain('レコード');
    expect(labels('I am a cook')).toEqual(['料理人']);
    expect(labels('I can juggle red lamps')).toEqual(expect.arrayContaining(['juggle red lamps', 'lamps']));
  });

  it('is a language only where no people or things of that country are meant', () => {
    const labels = (text: string): string[] => possible(text).map(({ label }) => label);
    expect(labels('i want know more japanese people')).not.toContain('日本語');
    expect(labels('we walk in Japanese gardens')).toContain('Japanese gardens');
    expect(labels('we speak Japanese with people')).toContain('日本語');
  });

  it.each([['I walk in the live air', 'live', false], ['We sang at a Live show', 'Live', true], ['we sang at a live show', 'live', true]])('takes an ordinary word for a product only where it is written so: %s', (text, word, named) =>
    expect(possible(text).find(({ phrase }) => phrase === word)!.named).toBe(named));

  it('is likelier where it is a name, and of the kind that the rules read', () => {
    const found = possible("i'm interested in disaster prevention. We met near mossy walls");
    const priorOf = (phrase: string) => found.find((one) => one.phrase === phrase)!.prior;
    expect(priorOf('disaster prevention').interest).toBeGreaterThan(priorOf('disaster prevention').skill);
    expect(priorOf('disaster prevention').interest).toBeGreaterThan(priorOf('mossy walls').interest);
  });

  it('is hardly a skill where the rules read that somebody cannot', () => {
    const { skill, interest } = possible("I don't know anything about machine learning.").find(({ phrase }) => phrase === 'machine learning')!.prior;
    expect(skill).toBeLessThan(0.01);
    expect(interest).toBeGreaterThan(skill);
  });
});

describe('what never stands on a badge', () => {
  it.each([
    ['I fix roofs in Yokohama', 'Yokohama'], ['Brazilian, I fix roofs', 'Brazilian'], ['I clean lamps in Kita Ward', 'Kita Ward'], ['Two hundred lamps, old roofs', 'Two hundred lamps'], ['an 84-year-old mends lamps', '84-year-old'], ['I bring patience', 'patience'], ['an infra guy, I fix roofs', 'infra guy'], ['licensed roofs, class 1', 'class 1'], ['lamps for people in their 70s', '70s'], ['she sells his old lamps', 'sells his old lamps'], ['lamps, steel ones', 'steel ones'],
    ["Hi, I'm Minh, I fix roofs", 'Minh'], ['hello, shiho, 24, roofs', 'shiho'], ['Good morning! Grace, Philippines, I fix old roofs', 'Grace'], ['My name is Ravi Kumar and I fix roofs', 'Ravi Kumar'], ['Grace here, I fix roofs', 'Grace'], ['Hi all, Grace here, I fix roofs', 'Grace'],
  ])('%s', (text, phrase) => {
    expect(words(text)).not.toContain(phrase);
    expect(words(text).some((one) => /roofs|lamps|^bring$/.test(one))).toBe(true);
  });

  it.each([['Locksmith, thirty years', 'Locksmith'], ['Roofer here, and I mend lamps', 'Roofer'], ['I am roofer and painter', 'roofer'], ['Mosaics, old roofs', 'Mosaics'], ['I know the village roofs', 'village roofs']])('%s leaves %s', (text, phrase) => expect(words(text)).toContain(phrase));
});

describe('what a sentence denies, and what others do', () => {
  const denied = (text: string): string[] => possible(text).filter((one) => one.denied).map(({ phrase }) => phrase);
  it.each([
    ['My husband repairs old boats.', 'boats'], ['the baker at home is my wife', 'baker'], ['They build tall towers', 'towers'], ['Welding is not my thing', 'Welding'], ['i draw pictures, not maps', 'maps'], ['we can not repair walls', 'walls'],
    ['I bake without ovens', 'ovens'], ['wooden doors confuse me', 'doors'], ['no tools experience at all', 'tools'], ['heard of rain tanks, never saw one', 'rain tanks'], ['Docker, words only', 'Docker'],
    ['I used to tune pianos but I quit', 'pianos'], ['I tuned pianos once but forgot everything', 'pianos'],
    ["I used to write Java at a bank, but I don't code anymore", 'Java'], ["I once tuned pianos but I haven't touched one in years", 'pianos'], ['I used to tune pianos, but I no longer work', 'pianos'], ['I can do anything but walls', 'walls'], ['I outsource roofs', 'roofs'], ['roofs are done by a friend of ours', 'roofs'], ['I leave roofs to my wife', 'roofs'], ['Roofs have never been my job', 'Roofs'], ['I failed the roofs exam', 'roofs'], ['I only watch roofs', 'roofs'], ['We stopped roofs in 2010', 'roofs'], ['I forgot everything about roofs', 'roofs'],
  ])('%s', (text, phrase) => expect(denied(text)).toContain(phrase));

  it.each([['i draw pictures, not maps', 'pictures'], ['My husband repairs old boats but I paint walls', 'walls'], ['I repair boats with my brother', 'boats'], ['not only walls', 'nothing'], ['I paint walls but no longer commute', 'walls'], ['I quit my job and paint walls', 'walls'], ['I paint walls but quit smoking', 'walls'], ["I paint walls but I don't smoke any more", 'walls'], ['I used to paint walls and now I bake', 'walls']])('%s leaves %s', (text, phrase) => expect(denied(text)).not.toContain(phrase));
});

describe('where English stands', () => {
  it.each([
    ['I live here. Carpenter. 大工です。', ['I live here']],
    ['I fix old roofs. Carpenter. Python', ['I fix old roofs', ' Carpenter', ' Python']],
    ['Python, Docker', []],
  ])('%s', (text, expected) => expect(findEnglish(text).map(({ start, end }) => text.slice(start, end))).toEqual(expected));

  it('is no sentence where Japanese goes on with it', () => {
    expect(findEnglish('node and react etc. は苦手です。')).toEqual([]);
    expect(findEnglish('i write node and react. 大工です。')).toHaveLength(1);
  });

  it('stands under a Japanese heading too, and under one of denial nothing is a skill', () => {
    const text = '【できないこと】\n- mending old roofs\n\ni sew old sails';
    expect(findEnglish(text).map(({ heading }) => heading)).toEqual(['unable', undefined]);
    expect(findEnglish('【NG】\n- mending old roofs').at(-1)!.heading).toBe('unable');
    expect(possible(text).map(({ phrase, denied }) => [phrase, denied])).toEqual(expect.arrayContaining([['roofs', true], ['sails', false]]));
  });

  it('stands under the heading above it, up to a blank line or the next heading', () => {
    const text = 'I come from far away\nCan do:\n- roofs\n- old walls\nLooking for:\n- a van\n\nsee you there';
    expect(findEnglish(text).filter(({ heading }) => heading).map(({ start, end, heading }) => [text.slice(start, end), heading])).toEqual([['- roofs', 'skill'], ['- old walls', 'skill'], ['- a van', 'seeking']]);
  });

  it.each([
    ['- wants: a van', 'seeking'], ['Would like: a van', 'seeking'], ["I'd love: a van", 'seeking'], ['What I miss: a van', 'seeking'], ['Can share: old walls', 'skill'], ['I have: old walls', 'skill'], ['I like: old walls', 'interest'],
  ])('%s is a heading of %s', (line, heading) => expect(findEnglish(`I come from far away\n${line} by the sea`).at(-1)!.heading).toBe(heading));

  it('stands under the heading that it begins with, as the rest of the line does', () => {
    const text = 'I grow lotus roots. I seek: cooks with ideas! Also a van.\nSee you';
    expect(findEnglish(text).map(({ start, end, heading }) => [text.slice(start, end).trim(), heading])).toEqual([['I grow lotus roots', undefined], ['I seek: cooks with ideas', 'seeking'], ['Also a van', 'seeking'], ['See you', undefined]]);
  });
});
