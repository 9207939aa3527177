// Learns libs/nlp/lexicon/judgement/statements.txt, how likely the writer would nod at a need or an offer that was read from everyday
// words, from what readers said of such (statements.jsonl beside it). Run it, after a build, when their words or features changed.
//   node scripts/learn-statements.mjs
// It prints what readers said of those that were held back, one eighth after the other.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadExtractor } from '../dist/libs/nlp/src/load-extractor.js';
import { statementFeatures } from '../dist/libs/nlp/src/tokens-to-needs/weigh-statements.js';
import { everydayStatements } from '../dist/libs/nlp/src/tokens-to-needs/everyday-statements.js';
import { cleanText } from '../dist/libs/nlp/src/text-to-tokens/clean-text.js';
import { learnWeights, logLikelihoods } from './learn-tags/logistic-regression.mjs';

const FOLDER = fileURLToPath(new URL('../libs/nlp/lexicon/judgement/', import.meta.url));
const FOLDS = 8;
const COST = 0.3;
const CLASSES = 2;
/** Weights are written in hundredths. */
const UNIT = 100;
const LISTS = { need: 'needs', offer: 'offers' };

const extractor = await loadExtractor();
const rows = [];
for (const [at, line] of readFileSync(join(FOLDER, 'statements.jsonl'), 'utf8').trim().split('\n').entries()) {
  const { text, judged } = JSON.parse(line);
  const read = everydayStatements(cleanText(text), extractor.lexicon);
  const { tags, needs, offers } = await extractor.extract(text);
  for (const [says, list] of Object.entries(LISTS)) {
    const features = statementFeatures(read[list], { text, tags, all: needs.length + offers.length });
    for (const [, concept, judgement] of judged.filter(([of]) => of === says)) {
      const place = read[list].findIndex((one) => one.concept === concept);
      if (place >= 0) rows.push({ names: features[place], judgement, fold: at % FOLDS });
    }
  }
}
const names = [...new Set(rows.flatMap((row) => row.names))].sort();
const numbers = new Map(names.map((name, number) => [name, number]));
for (const row of rows) Object.assign(row, { features: row.names.map((name) => numbers.get(name)), target: row.judgement === 'yes' ? [0, 1] : [1, 0], weight: 1 });
const learn = (from) => learnWeights(from, { features: names.length, classes: CLASSES, cost: COST });

const heldBack = Array.from({ length: FOLDS }, (_, fold) => fold).flatMap((fold) => {
  const weights = learn(rows.filter((row) => row.fold !== fold));
  return rows.filter((row) => row.fold === fold).map(({ features, judgement }) => ({ judgement, likely: Math.exp(logLikelihoods(features, weights, new Float64Array(CLASSES))[1]) }));
});
for (const least of [0, 0.4, 0.5, 0.6]) {
  const kept = heldBack.filter(({ likely }) => likely >= least);
  const share = (of) => (kept.filter(({ judgement }) => judgement === of).length / kept.length).toFixed(2);
  console.log(`at least ${least}: ${kept.length} of ${rows.length}, right ${share('yes')}, weak ${share('weak')}, wrong ${share('no')}`);
}
const weights = learn(rows);
const lines = names.map((name, at) => [name, Math.round((weights[at * CLASSES + 1] - weights[at * CLASSES]) * UNIT)]).filter(([, weight]) => weight !== 0);
writeFileSync(join(FOLDER, 'statements.txt'), lines.map((line) => `${line.join('\t')}\n`).join(''));
console.log(`${lines.length} features written`);
