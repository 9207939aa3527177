import { parseAspects } from './parse-aspects.js';
import { readAspects } from './read-aspects.js';

const names = { name: 'aspects/names.txt', text: '# 自然\n海 = the sea\n余り = surplus = 余っているもの\n運搬 = carrying\n働き手 = workers\n' };
const dictionaryOf = (text: string) => parseAspects([{ name: 'aspects/words.txt', text }, names]);
const read = (introduction: string, text: string) => readAspects({ introduction }, dictionaryOf(text).aspects).map(({ aspect, weight }) => `${aspect} ${weight}`);

describe('readAspects', () => {
  it('weighs the first aspect of a word most and counts a word once', () => {
    expect(read('港です。港。', '港 海 運搬\n')).toEqual(['観点:海 1', '観点:運搬 0.764']);
  });

  it('finds inflected verbs and adjectives written with kanji, and no others', () => {
    const words = '運ぶ 運搬\n余る 余り\n荒い 海\n';
    for (const text of ['運べます', '運んで', '運ぶ']) expect(read(text, words)).toEqual(['観点:運搬 1']);
    for (const text of ['余って困る', '余らせて']) expect(read(text, words)).toEqual(['観点:余り 1']);
    expect(read('波が荒くて', words)).toEqual(['観点:海 1']);
    expect(read('運がいい', words)).toEqual([]);
  });

  it('takes the longest word and nothing inside a katakana word, nor a part of a Latin one', () => {
    expect(read('海女', '海 海\n海女 働き手\n')).toEqual(['観点:働き手 1']);
    expect(read('ミニバスケと CIVIC', 'バス 運搬\nVIC 海\n')).toEqual([]);
    expect(read('バスと VIC', 'バス 運搬\nVIC 海\n')).toEqual(['観点:海 1', '観点:運搬 1']);
  });

  it('takes letters as they are written: IT is no it', () => {
    expect(read('it is IT', 'IT 海\n')).toEqual(['観点:海 1']);
    expect(read('it is', 'IT 海\n')).toEqual([]);
  });

  it('counts an affiliation and jackets for less than the introduction', () => {
    const { aspects } = dictionaryOf('港 海\n網 運搬\n船 働き手\n');
    const [sea, carrying, workers] = readAspects({ introduction: '港', affiliation: '船', jackets: ['網'] }, aspects).map(({ weight }) => weight);
    expect(sea).toBeGreaterThan(carrying);
    expect(carrying).toBeGreaterThan(workers);
  });

  it('names file and line of a fault and keeps the rest', () => {
    const { aspects, problems } = dictionaryOf('港 海\n網\n船 宇宙\n');
    expect(problems.map(({ file, line, message }) => `${file}:${line} ${message}`)).toEqual(['aspects/words.txt:2 no aspect after "網"', 'aspects/words.txt:3 names.txt has no "宇宙"']);
    expect([aspects.words.size, aspects.words.get('港')]).toEqual([1, [0]]);
    expect(aspects.nodes.get('観点:余り')).toMatchObject({ ja: '余っているもの', en: 'surplus' });
  });
});
