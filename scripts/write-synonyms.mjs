// Takes the synonyms of our words out of SudachiDict's package into libs/nlp/lexicon/synonyms/sudachi.tsv: run it after a new version
// of the package, and after concepts have changed.
//   npm run build && node scripts/write-synonyms.mjs
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';

// required, as its ES module names a file that the package lacks
const { fetchDictionary } = createRequire(import.meta.url)('sudachi-synonyms-dictionary');

const TARGET = new URL('../libs/nlp/lexicon/synonyms/sudachi.tsv', import.meta.url);
const HEAD = '# Synonyms of SudachiDict, (c) Works Applications Co., Ltd., Apache License 2.0. Written by scripts/write-synonyms.mjs: nouns that may be expanded freely, in groups that lead to one concept of this lexicon.';

const LEFT_OUT = new URL('../libs/nlp/lexicon/synonyms/left-out.txt', import.meta.url);

function leftOut() {
  const lines = readFileSync(LEFT_OUT, 'utf8').split('\n').filter((line) => !line.startsWith('#'));
  return new Set(lines.flatMap((line) => line.split(' ')).map((word) => word.replaceAll('_', ' ')));
}

/** The file's text: one group a line, words parted by tabs; groups that add nothing to the lexicon are left out. */
export async function synonymsText(lexicon) {
  const groups = await fetchDictionary();
  const unwanted = leftOut();
  const words = groups.map(({ items }) => items.filter(({ taigenYogen, expandControl }) => taigenYogen === '体言' && expandControl === 0).map(({ midashi }) => midashi).filter((word) => !unwanted.has(word)));
  return `${[HEAD, ...words.filter((group) => lexicon.newWordsOf(group)).map((group) => group.join('\t'))].join('\n')}\n`;
}

if (process.argv[1]?.endsWith('write-synonyms.mjs')) {
  const { buildLexicon, readLexiconFiles } = await import('../dist/libs/nlp/src/index.js');
  writeFileSync(TARGET, await synonymsText(buildLexicon(await readLexiconFiles()).lexicon));
}
