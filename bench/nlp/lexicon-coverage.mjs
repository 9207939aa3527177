// How many of a list of terms the lexicon knows, by the extractor's own look-up of names. Needs a build.
//   node bench/nlp/lexicon-coverage.mjs FILE… [--missing] [--found] [--extract] [--lexicon=FOLDER]
// A file holds terms between 、 or line ends; # begins a comment line. Prints one row per file: terms, found, ambiguous
// (known, but counts only with its neighbours), the share of both; --missing lists the terms that nobody wrote down,
// --found what the others resolve to, which is where wrong synonyms show; --extract adds the share of terms that the whole
// extraction makes one tag of, known or not, in 「…に興味があります。」.
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { buildLexicon } from '../../dist/libs/nlp/src/lexicon-to-concepts/build-lexicon.js';
import { foldSpelling } from '../../dist/libs/nlp/src/lexicon-to-concepts/fold-spelling.js';
import { lexiconFolder, readLexiconFiles, readSynonymGroups } from '../../dist/libs/nlp/src/lexicon-to-concepts/lexicon-files.js';

const args = process.argv.slice(2);
const files = args.filter((arg) => !arg.startsWith('--'));
const folder = args.find((arg) => arg.startsWith('--lexicon='))?.slice('--lexicon='.length) ?? lexiconFolder();
if (files.length === 0) {
  console.error('usage: node bench/nlp/lexicon-coverage.mjs FILE… [--missing] [--found] [--extract] [--lexicon=FOLDER]');
  process.exit(2);
}

const { lexicon, problems } = buildLexicon(await readLexiconFiles(folder));
for (const { file, line, message } of problems) console.error(`${file}:${line}: ${message}`);
lexicon.addSynonyms(await readSynonymGroups());

/** Each term once, however it is spelt. */
const termsOf = (text) => [...new Map(text.split('\n').filter((line) => !line.startsWith('#')).join('、').split('、').map((term) => term.trim()).filter(Boolean).map((term) => [foldSpelling(term), term])).values()];

const extractor = args.includes('--extract') ? await (await import('../../dist/libs/nlp/src/index.js')).loadExtractor({ folder, onLexiconProblem: () => undefined }) : undefined;
const becomesOneTag = async (term) => {
  const { tags } = await extractor.extract(`${term}に興味があります。`);
  return tags.length === 1 && tags[0].evidence.some(([start, end]) => start === 0 && end === term.length);
};

const rows = {};
for (const file of files) {
  const terms = termsOf(readFileSync(file, 'utf8'));
  const known = terms.map((term) => ({ term, concept: lexicon.find(term), ambiguous: lexicon.meaning(foldSpelling(term))?.ambiguous ?? false }));
  const found = known.filter(({ concept }) => concept);
  const unsure = known.filter(({ concept, ambiguous }) => !concept && ambiguous);
  const name = basename(file).replace(/\.[a-z]+$/, '');
  rows[name] = { terms: terms.length, found: found.length, ambiguous: unsure.length, share: +((found.length + unsure.length) / terms.length).toFixed(2) };
  if (extractor) rows[name].oneTag = +((await Promise.all(terms.map(becomesOneTag))).filter(Boolean).length / terms.length).toFixed(2);
  if (args.includes('--found')) console.log(`${name}, found: ${found.map(({ term, concept }) => (concept.id === term ? term : `${term}→${concept.id}`)).join('、')}`);
  if (args.includes('--missing')) console.log(`${name}, missing: ${known.filter(({ concept, ambiguous }) => !concept && !ambiguous).map(({ term }) => term).join('、')}`);
}
console.table(rows);
