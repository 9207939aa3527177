import { describe, expect, it } from '@jest/globals';
import { buildLexicon } from '../lexicon-to-concepts/build-lexicon.js';
import { cleanText } from '../text-to-tokens/clean-text.js';
import { everydayStatements } from './everyday-statements.js';

const lexicon = buildLexicon([
  { name: 'situations/names.txt', text: '英語 = 英語 = English\n音楽 = 音楽 = music\n場所 = 場所 = a place\n営業 = 営業 = sales' },
  { name: 'situations/words.txt', text: '英語 knowledge = 英語 | english\n英語 knowledge ? 英語で困って\n音楽 knowledge ! ピアノを(?:教え|弾)\n音楽 knowledge ! 琴の\n場所 place = 会場\n営業 contacts ? 営業' },
]).lexicon;
const said = (text: string): string[] => {
  const { needs, offers } = everydayStatements(cleanText(text), lexicon);
  return [...needs, ...offers].map(({ kind, label, evidence: [[from, to]] }) => `${kind} ${label}: ${text.slice(from, to)}`);
};

describe('everyday needs and offers', () => {
  it('are offered by a question to whoever needs them, and needed where somebody says so', () => {
    expect(said('英語で困っている方はいませんか？')).toEqual(['skill 英語: 英語で困っている方はいませんか']);
    expect(said('教えてください、琴の弾き方')).toEqual(['seeking 音楽: 教えてください、琴の弾き方']);
    expect(said('英語で困っています。')).toEqual(['seeking 英語: 英語で困っています']);
  });

  it('are none where they are refused, long gone, or what somebody else does', () => {
    expect(said('営業の方はご遠慮ください。')).toEqual([]);
    expect(said('昔はピアノを教えていましたが、今はもう弾けません。')).toEqual([]);
    expect(said('ピアノを教えています。')).toEqual(['skill 音楽: ピアノを教えています']);
  });

  it('are read in English as their sentence means them', () => {
    expect(said('I used to teach English, but I don\'t teach anymore.')).toEqual([]);
    expect(said('If I spoke better, I could teach English.')).toEqual([]);
    expect(said("I'm done with English, we need quiet.")).toEqual([]);
    expect(said('You need English lessons?')).toEqual(['skill 英語: You need English lessons']);
    expect(said('I teach English.')).toEqual(['skill 英語: I teach English']);
    expect(said('I need English.')).toEqual(['seeking 英語: I need English']);
  });

  it('are quoted without the mark of a list and what joins the sentence to the one before', () => {
    for (const mark of ['- ', '・', '2. ']) expect(said(`${mark}会場を探しています`)).toEqual(['seeking 場所: 会場を探しています']);
    expect(said('I bake, and I am looking for a teacher of English')).toEqual(['seeking 英語: I am looking for a teacher of English']);
  });
});
