import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { buildLexicon, type Lexicon } from './build-lexicon.js';
import { readLexiconFiles } from './lexicon-files.js';
import { englishConcept } from '../tokens-to-tags/concept-of-english.js';
import { isOrdinaryWord } from '../tokens-to-tags/words/english.js';

/** Ordinary English, from natural's tagger: what it may be by word. */
const ENGLISH = JSON.parse(readFileSync(createRequire(import.meta.url).resolve('natural/lib/natural/brill_pos_tagger/data/English/lexicon_from_posjs.json'), 'utf8')) as Record<string, string[]>;

const LETTERS = [...'abcdefghijklmnopqrstuvwxyz'];

/** What one slip makes of a word. */
const slipsOf = (word: string): string[] => [...word, ''].flatMap((_, at) => {
  const [before, after] = [word.slice(0, at), word.slice(at)];
  return [before + after.slice(1), ...(after.length > 1 ? [before + after[1] + after[0] + after.slice(2)] : []), ...LETTERS.flatMap((letter) => [before + letter + after, before + letter + after.slice(1)])];
});

describe('English near to what the lexicon knows', () => {
  let lexicon: Lexicon;
  beforeAll(async () => { ({ lexicon } = buildLexicon(await readLexiconFiles())); });

  it.each([
    ['gardened', 'ガーデニング'], ['hiked', 'ハイキング'], ['bake', 'ベーキング'], ['knitted', '編み物'], ['libraries', '図書館'], ['churches', '教会'], ['debugged', 'デバッグ'],
  ])('%s is %s: number and tense', (word, label) => expect(lexicon.near.byStem(word)?.id).toBe(label));

  it.each([
    ['shop'], ['bank'], ['cooks'], ['roofs'], ['bearing'], ['railing'], ['banding'], ['spacing'], ['hopping'], ['organizing'], ['assembling'], ['designated'], ['physical'], ['influence'], ['authority'], ['season'], ['market'], ['scratched'], ['robot'],
  ])('%s is neither a thing by its doing, nor a doing by its thing, nor another word of its stem', (word) => expect(lexicon.near.byStem(word)).toBeUndefined());

  it('names abbreviations in the plural, and pets, spas and mice in small letters are no abbreviations', () => {
    expect(englishConcept('LLMs', lexicon)?.id).toBe('LLM');
    expect(['pets', 'spa', 'fit', 'mice', 'windows', 'office', 'PETs', 'MICE', 'Office'].map((word) => isOrdinaryWord(word, `I like ${word}`))).toEqual([true, true, true, true, true, true, false, false, false]);
  });

  it('tells a slip in a Latin name, one letter and no more', () => {
    expect(lexicon.near.byTypo('Kuberntes')?.id).toBe('Kubernetes');
    expect(lexicon.near.byTypo('pyhton')?.id).toBe('Python');
    expect(lexicon.near.byTypo('Kubrntes')).toBeUndefined();
    expect(lexicon.near.byTypo('k9s')).toBeUndefined();
  });

  it('takes no English word for a slip', () => {
    const words = new Set(Object.keys(ENGLISH).filter((word) => /^[a-z]{5,}$/.test(word)));
    expect(words.size).toBeGreaterThan(30_000);
    const names = [...lexicon.concepts()].flatMap(({ spellings }) => spellings.filter((spelling) => /^[A-Za-z]{4,}$/.test(spelling)).map((spelling) => spelling.toLowerCase()));
    const near = [...new Set(names.flatMap(slipsOf))].filter((word) => words.has(word) && !lexicon.find(word) && !lexicon.find(word.replace(/s$/, '')) && !lexicon.near.byStem(word));
    expect(near.length).toBeGreaterThan(100);
    expect(near.filter((word) => lexicon.near.byTypo(word))).toEqual([]);
  });
});
