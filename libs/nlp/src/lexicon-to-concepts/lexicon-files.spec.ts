import { readFile } from 'node:fs/promises';
import { synonymsText } from '../../../../scripts/write-synonyms.mjs';
import { buildLexicon } from './build-lexicon.js';
import { readSituations } from '../text-to-situations/read-situations.js';
import { lexiconFolder, readLexiconFiles, readSynonymGroups } from './lexicon-files.js';

it('keeps the synonyms of its words as the installed package has them', async () => {
  const { lexicon } = buildLexicon(await readLexiconFiles());
  expect(await readFile(`${lexiconFolder()}/synonyms/sudachi.tsv`, 'utf8')).toBe(await synonymsText(lexicon));
});

it.each(['イベント', '支援', '起動', '保護', 'produce'])('%s leads to nothing narrower', async (word) => {
  const { lexicon } = buildLexicon(await readLexiconFiles());
  lexicon.addSynonyms(await readSynonymGroups());
  expect(lexicon.find(word)).toBeUndefined();
  expect(lexicon.find('ウエートレス')?.id).toBe('飲食店の接客');
});

it('has no everyday words that stand inside of English ones, or mean Japanese people', async () => {
  const { everyday } = buildLexicon(await readLexiconFiles()).lexicon;
  const found = (text: string): string[] => readSituations(text, everyday).filter(({ stance }) => stance !== 'touch').map(({ concept }) => concept);
  for (const text of ['I trust my community', 'My opportunity was swiftly gone', 'I have Japanese friends', 'I study nursing']) expect([text, ...found(text)]).toEqual([text]);
  expect(found('I write Rust and I have Japanese lessons')).toEqual(expect.arrayContaining(['くらし:アプリ開発', 'くらし:通訳']));
});

it('offers no apps to who needs an interpreter, nor a room to who needs somebody to talk to, and hears no wish for opinions where somebody is hard of hearing', async () => {
  const { lexicon } = buildLexicon(await readLexiconFiles());
  const { concepts } = lexicon.graph();
  for (const [need, offer] of [['通訳', 'アプリ開発'], ['相談窓口', 'アプリ開発'], ['傾聴', '場所提供'], ['講師', '参加してくれる人']]) expect([need, concepts[`くらし:${need}`].metBy]).not.toEqual([need, expect.arrayContaining([`くらし:${offer}`])]);
  const heard = (text: string): string[] => readSituations(text, lexicon.everyday).map(({ concept }) => concept);
  expect(heard('電話が聞き取りにくいです')).not.toContain('くらし:利用者の声');
  expect(heard('住民の聞き取りをしたい')).toContain('くらし:利用者の声');
});

it.each([
  ['個人投資', '株式投資'], ['アジア旅行', 'アジア旅行'], ['西洋美術史', '西洋美術史'], ['コラムニスト', 'コラムニスト'], ['発信先', undefined], ['デブ', undefined],
])('%s is %s, and nothing beside it', async (word, concept) => {
  const { lexicon } = buildLexicon(await readLexiconFiles());
  lexicon.addSynonyms(await readSynonymGroups());
  expect(lexicon.find(word)?.id).toBe(concept);
});

it.each([['川遊び', '環境保全'], ['伴走支援', '生活困窮者支援'], ['グライダー', '交通'], ['半導体デバイス', '自然科学'], ['夜景写真', 'アート']])('%s is no kind of %s: what it may serve is none of what it is', async (word, broader) => {
  expect(buildLexicon(await readLexiconFiles()).lexicon.concept(word)!.broader).not.toContain(broader);
});

it('reads a group of synonyms a line', async () => {
  const groups = await readSynonymGroups();
  expect(groups.length).toBeGreaterThan(1_000);
  expect(groups.every((words) => words.length > 1 && words.every((word) => word.trim() !== ''))).toBe(true);
});
