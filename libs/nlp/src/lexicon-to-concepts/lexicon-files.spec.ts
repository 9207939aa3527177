import { readFile } from 'node:fs/promises';
import { synonymsText } from '../../../../scripts/write-synonyms.mjs';
import { lexiconFolder, readSynonymGroups } from './lexicon-files.js';

it('keeps the synonyms as the installed package has them', async () => {
  expect(await readFile(`${lexiconFolder()}/synonyms/sudachi.tsv`, 'utf8')).toBe(await synonymsText());
});

it('reads a group of synonyms a line', async () => {
  const groups = await readSynonymGroups();
  expect(groups.length).toBeGreaterThan(20_000);
  expect(groups.every((words) => words.length > 1 && words.every((word) => word.trim() !== ''))).toBe(true);
});
