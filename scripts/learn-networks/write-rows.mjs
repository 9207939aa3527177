// Writes the sentences that kinds of stretches are learnt from, one JSON object a line: run it after a build.
//   node scripts/learn-networks/write-rows.mjs [FILE = .tmp/learn-networks/rows.jsonl]
// { text, heading?, turn (of phrase), spans: [[start, end]], targets, weights, priors }: spans in code points of the text; a share and a
// log-likelihood each for none, skill, interest and seeking.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { possibleEnglish } from '../../dist/libs/nlp/src/candidates-to-tags/possible-english.js';
import { parseWordFamilies } from '../../dist/libs/nlp/src/candidates-to-tags/word-families.js';
import { loadReadingTools } from '../../dist/libs/nlp/src/load-extractor.js';
import { readIntroduction } from '../../dist/libs/nlp/src/read-introduction.js';
import { CLASSES, readIntroductions, readTurns, targetOf } from '../learn-tags/labelled-rows.mjs';
import { drawTags, featuresOf, learnChoice, numbersOf } from '../learn-tags/learn-choice.mjs';
import { logLikelihoods } from '../learn-tags/logistic-regression.mjs';

const LIBRARY = fileURLToPath(new URL('../../libs/nlp/', import.meta.url));
const FOLDER = join(LIBRARY, 'lexicon/judgement');
/** The regression that a file of introductions is weighed by has not learnt from it: as sure as it is of texts to come. */
const FOLDS = 5;
/** Turns of phrase are weighed by a regression that has seen everything. */
const NO_FOLD = -1;
/** There is a seventh as much English as Japanese, so it is read so often in a pass. */
const ENGLISH_TIMES = 2;
/** Less likely than this counts as this, as it does for the reader (judge-in-context.ts). */
const LEAST = 1e-5;
const { positionals: [out = '.tmp/learn-networks/rows.jsonl'] } = parseArgs({ allowPositionals: true });

const tools = { ...(await loadReadingTools()), families: parseWordFamilies(readFileSync(join(FOLDER, 'families.txt'), 'utf8')) };
const introductions = readIntroductions(join(FOLDER, 'introductions'));
const files = [...new Set(introductions.map(({ file }) => file))];
const texts = [
  ...introductions.map((introduction) => ({ fold: files.indexOf(introduction.file) % FOLDS, ...drawSentences(introduction) })),
  ...readTurns(join(LIBRARY, 'src')).map((turn) => ({ fold: NO_FOLD, ...drawSentences(turn) })),
];

/** The possible tags of a text, for the regression, and its sentences with those tags of them that teach something. */
function drawSentences(introduction) {
  const { text, tags } = drawTags(introduction, tools);
  const sentences = [...new Set(tags.map(({ sentence }) => sentence))].map((sentence) => {
    const start = Math.min(...sentence.items.map((item) => item.start));
    const end = Math.max(...sentence.items.map((item) => item.end));
    const points = (to) => Array.from(text.slice(start, Math.max(start, to))).length;
    const own = tags.filter((tag) => tag.sentence === sentence && tag.target);
    return { text: text.slice(start, end), heading: sentence.sentence.heading, tags: own.map(({ possible: { span }, target, names }) => ({ span: span.map(points), target, names })) };
  });
  return { tags: tags.map(({ target, names }) => ({ target, names })), sentences: sentences.filter((one) => one.tags.length > 0) };
}

const lines = [...Array(FOLDS).keys(), NO_FOLD].flatMap((fold) => {
  const { names, weights } = learnChoice(texts.filter((text) => fold === NO_FOLD || text.fold !== fold).map(({ tags }) => tags), (line) => console.log(`fold ${fold}: ${line}`));
  const numbers = numbersOf(names);
  const priorOf = (tag) => Array.from(logLikelihoods(featuresOf(tag.names, numbers), weights, new Float64Array(CLASSES.length)), (log) => Number(Math.max(Math.log(LEAST), log).toFixed(4)));
  return texts.filter((text) => text.fold === fold).flatMap(({ sentences }) => sentences).map(({ text, heading, tags }) => JSON.stringify({
    text, heading, turn: fold === NO_FOLD, spans: tags.map(({ span }) => span), targets: tags.map(({ target }) => target.shares), weights: tags.map(({ target }) => target.weight), priors: tags.map(priorOf),
  }));
});

/** A stretch is right by the name of its concept or by its own words: annotators of English did not know all names of the lexicon. */
const surerOf = (one, other) => (one && other && other.shares[0] < one.shares[0] ? other : one ?? other);

/** The English sentences of a text; how likely a stretch is what before it is heard, English has from names and rules alone. */
function drawEnglish(introduction) {
  const { clean: { text }, ranges, english } = readIntroduction(introduction.text, tools.tokenizer, tools.lexicon);
  return ranges.flatMap((range) => {
    const points = (to) => Array.from(text.slice(range.start, Math.max(range.start, to))).length;
    const own = possibleEnglish(text, range, english, tools.lexicon).map(({ label, phrase, span, prior }) => ({ span: span.map(points), target: surerOf(targetOf(label, introduction), targetOf(phrase, introduction)), prior })).filter(({ target }) => target);
    return own.length === 0 ? [] : [{
      text: text.slice(range.start, range.end), heading: range.heading, turn: false, spans: own.map(({ span }) => span), targets: own.map(({ target }) => target.shares), weights: own.map(({ target }) => target.weight),
      priors: own.map(({ prior: { skill, interest, seeking } }) => [1 - skill - interest - seeking, skill, interest, seeking].map((likelihood) => Number(Math.log(likelihood).toFixed(4)))),
    }];
  });
}
const english = readIntroductions(join(FOLDER, 'english')).flatMap(drawEnglish).map((row) => JSON.stringify(row));
for (let time = 0; time < ENGLISH_TIMES; time++) lines.push(...english);

mkdirSync(dirname(out), { recursive: true });
writeFileSync(out, `${lines.join('\n')}\n`);
console.log(`${lines.length} sentences written to ${out}`);
