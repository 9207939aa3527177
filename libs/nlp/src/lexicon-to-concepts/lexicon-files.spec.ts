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

it('reads a group of synonyms a line', async () => {
  const groups = await readSynonymGroups();
  expect(groups.length).toBeGreaterThan(1_000);
  expect(groups.every((words) => words.length > 1 && words.every((word) => word.trim() !== ''))).toBe(true);
});
