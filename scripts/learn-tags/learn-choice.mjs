// The possible tags of texts as rows to learn from, and the regression over them.
import { seenTags } from '../../dist/libs/nlp/src/candidates-to-tags/weigh-tags.js';
import { readIntroduction } from '../../dist/libs/nlp/src/read-introduction.js';
import { CLASSES, targetOf } from './labelled-rows.mjs';
import { learnWeights } from './logistic-regression.mjs';

/** How much the data count against the prior, and texts that must show a feature. */
const COST = 0.06;
const FEWEST = 3;

/** A text as the rules read it, and its possible tags: { possible, sentence, target, names of features }. */
export function drawTags(introduction, { tokenizer, lexicon, families }) {
  const read = readIntroduction(introduction.text, tokenizer, lexicon);
  const tags = seenTags(read, lexicon, families).map(({ possible, sentence, features }) =>
    ({ possible, sentence, target: targetOf(possible.label, introduction), names: [...features.ofPlace(possible), ...features.ofTag(possible)] }));
  return { text: read.japanese, tags };
}

/**
 * Learns from texts, each a list of possible tags { target, names }.
 * @returns the names of the features, sorted, and `weights`, features × classes
 */
export function learnChoice(texts, say = () => {}) {
  const holders = new Map();
  for (const tags of texts) for (const name of new Set(tags.flatMap(({ names }) => names))) holders.set(name, (holders.get(name) ?? 0) + 1);
  const names = [...holders].filter(([, count]) => count >= FEWEST).map(([name]) => name).sort();
  const numbers = numbersOf(names);
  const rows = texts.flat().filter(({ target }) => target).map(({ target, names: held }) => ({ target: target.shares, weight: target.weight, features: featuresOf(held, numbers) }));
  say(`${texts.length} texts, ${rows.length} possible tags, ${names.length} features`);
  return { names, weights: learnWeights(rows, { features: names.length, classes: CLASSES.length, cost: COST, report: (round, loss) => say(`round ${round}: ${loss.toFixed(1)}`) }) };
}

/** Where each feature stands in `weights`. */
export const numbersOf = (names) => new Map(names.map((name, at) => [name, at]));

/** The numbers of the features that are known. */
export const featuresOf = (names, numbers) => names.map((name) => numbers.get(name)).filter((number) => number !== undefined);
