// Learns libs/nlp/lexicon/judgement/weights.txt from the annotated introductions beside it and the turns of phrase of libs/nlp/src:
// run it, after a build, when rules, lexicon, features or introductions changed.
//   node scripts/learn-tags.mjs
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseWordFamilies } from '../dist/libs/nlp/src/candidates-to-tags/word-families.js';
import { loadReadingTools } from '../dist/libs/nlp/src/load-extractor.js';
import { CLASSES, readIntroductions, readTurns } from './learn-tags/labelled-rows.mjs';
import { drawTags, learnChoice } from './learn-tags/learn-choice.mjs';

const LIBRARY = fileURLToPath(new URL('../libs/nlp/', import.meta.url));
const FOLDER = join(LIBRARY, 'lexicon/judgement');
/** Weights are written in hundredths; what weighs less for every kind is left out. */
const UNIT = 100;
const LEAST = 2;

const tools = { ...(await loadReadingTools()), families: parseWordFamilies(readFileSync(join(FOLDER, 'families.txt'), 'utf8')) };
const texts = [...readIntroductions(join(FOLDER, 'introductions')), ...readTurns(join(LIBRARY, 'src'))];
const { names, weights } = learnChoice(texts.map((text) => drawTags(text, tools).tags), console.log);
const lines = names.flatMap((name, at) => {
  const own = weights.subarray(at * CLASSES.length, (at + 1) * CLASSES.length);
  const against = Array.from(own.subarray(1), (weight) => Math.round((weight - own[0]) * UNIT));
  return against.some((weight) => Math.abs(weight) >= LEAST) ? [`${name}\t${against.join('\t')}`] : [];
});
writeFileSync(join(FOLDER, 'weights.txt'), `${lines.join('\n')}\n`);
console.log(`${lines.length} features written`);
