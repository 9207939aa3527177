// Learns libs/nlp/lexicon/judgement/weights.txt from the annotated introductions beside it and the turns of phrase of libs/nlp/src:
// run it, after a build, when rules, lexicon, features or introductions changed.
//   node scripts/learn-tags.mjs
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseWordFamilies } from '../dist/libs/nlp/src/candidates-to-tags/word-families.js';
import { seenTags } from '../dist/libs/nlp/src/candidates-to-tags/weigh-tags.js';
import { loadReadingTools } from '../dist/libs/nlp/src/load-extractor.js';
import { readIntroduction } from '../dist/libs/nlp/src/read-introduction.js';
import { CLASSES, readIntroductions, readTurns, targetOf } from './learn-tags/labelled-rows.mjs';
import { learnWeights } from './learn-tags/logistic-regression.mjs';

const LIBRARY = fileURLToPath(new URL('../libs/nlp/', import.meta.url));
const FOLDER = join(LIBRARY, 'lexicon/judgement');
/** How much the data count against the prior, and texts that must show a feature. */
const COST = 0.06;
const FEWEST = 3;
/** Weights are written in hundredths; what weighs less for every kind is left out. */
const UNIT = 100;
const LEAST = 2;

const { tokenizer, lexicon } = await loadReadingTools();
const families = parseWordFamilies(readFileSync(join(FOLDER, 'families.txt'), 'utf8'));
const texts = [...readIntroductions(join(FOLDER, 'introductions')), ...readTurns(join(LIBRARY, 'src'))];
const holders = new Map();
const drawn = texts.flatMap((introduction) => {
  const seen = seenTags(readIntroduction(introduction.text, tokenizer, lexicon), lexicon, families);
  const rows = seen.map(({ possible, features }) => ({ target: targetOf(possible.label, introduction), names: [...features.ofPlace(possible), ...features.ofTag(possible)] }));
  for (const name of new Set(rows.flatMap(({ names }) => names))) holders.set(name, (holders.get(name) ?? 0) + 1);
  return rows.filter(({ target }) => target);
});
const names = [...holders].filter(([, count]) => count >= FEWEST).map(([name]) => name).sort();
const numbers = new Map(names.map((name, at) => [name, at]));
const rows = drawn.map(({ target, names: held }) => ({ target: target.shares, weight: target.weight, features: held.map((name) => numbers.get(name)).filter((number) => number !== undefined) }));
console.log(`${texts.length} texts, ${rows.length} possible tags, ${names.length} features`);
const weights = learnWeights(rows, { features: names.length, classes: CLASSES.length, cost: COST, report: (round, loss) => console.log(`round ${round}: ${loss.toFixed(1)}`) });
const lines = names.flatMap((name, at) => {
  const own = weights.subarray(at * CLASSES.length, (at + 1) * CLASSES.length);
  const against = Array.from(own.subarray(1), (weight) => Math.round((weight - own[0]) * UNIT));
  return against.some((weight) => Math.abs(weight) >= LEAST) ? [`${name}\t${against.join('\t')}`] : [];
});
writeFileSync(join(FOLDER, 'weights.txt'), `${lines.join('\n')}\n`);
console.log(`${lines.length} features written`);
