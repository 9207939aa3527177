import { describe, expect, it } from '@jest/globals';
import { buildLexicon } from '../lexicon-to-concepts/build-lexicon.js';
import { readBackground } from './read-background.js';

const { lexicon, problems } = buildLexicon([
  { name: 'situations/names.txt', text: '食材 = 食材 = food\n調理 = 料理 = cooking\n~食 = 食べること = eating' },
  { name: 'concepts/hobbies.txt', text: '[趣味 / 遊び] kind=interest\n将棋\n囲碁' },
  { name: 'situations/roles.txt', text: '給食センター | 栄養士 ? 食材 ! 調理' },
  { name: 'situations/topics.txt', text: '食 ~ 献立 | 給食 | 大根' },
  { name: 'situations/words.txt', text: '食材 material = 食材' },
]);

describe('the background of a person', () => {
  it('holds what most people of an affiliation need and have, with the words that tell it', () => {
    expect(problems).toEqual([]);
    const read = readBackground({ affiliation: '町立給食センター（栄養士）' }, lexicon);
    expect(read).toContainEqual({ concept: 'くらし:食材', label: '食材', weight: 0.7, implied: { says: 'need', by: '栄養士' } });
    expect(read).toContainEqual({ concept: 'くらし:調理', label: '料理', weight: 0.7, implied: { says: 'offer', by: '栄養士' } });
  });

  it('guesses nothing from an introduction: it speaks for itself', () => {
    expect(readBackground({ text: '給食センターの栄養士さんに会いたい' }, lexicon).filter(({ implied }) => implied)).toEqual([]);
  });

  it('holds what is named, but not what its writer says to be bad at', () => {
    const named = (text: string): string[] => readBackground({ text }, lexicon).map(({ concept }) => concept).filter((concept) => /将棋|囲碁/.test(concept));
    expect(named('将棋を見ます。囲碁も')).toEqual(['将棋', '囲碁']);
    expect(named('将棋は苦手ですが、囲碁を見ます。')).toEqual(['囲碁']);
  });

  it('holds no thing and no topic that its writer says to be unable to do', () => {
    const of = (text: string): string[] => readBackground({ text }, lexicon).map(({ concept }) => concept);
    expect(of('食材は何でも見ます。献立も考えます。')).toEqual(['くらし:食材', '話題:食']);
    expect(of('食材のことは よく わかりません。献立は かけません。')).toEqual([]);
    expect(of('大根は まだ かえません。献立は かけません。')).toEqual(['話題:食']);
  });

  it('tells what only the affiliation names from what its writer speaks of', () => {
    const affiliated = (text: string): string[] => readBackground({ text, affiliation: '将棋会館・給食課' }, lexicon).filter((one) => one.affiliated).map(({ concept }) => concept);
    expect(affiliated('囲碁を見ます。')).toEqual(['将棋', '話題:食']);
    expect(affiliated('将棋を見て、大根を煮ます。')).toEqual([]);
    expect(affiliated('')).toEqual(['将棋', '話題:食']);
  });

  it('counts a topic by how many of its words occur', () => {
    const weight = (text: string): number | undefined => readBackground({ text }, lexicon).find(({ concept }) => concept === '話題:食')?.weight;
    expect(weight('献立と大根')).toBeGreaterThan(weight('献立')!);
    expect(weight('将棋')).toBeUndefined();
  });
});
