// Learns libs/nlp/lexicon/encounters/vectors.bin and words.txt from the scenes beside them and from ../aspects: run it after either changed, and a build (five minutes).
//   node scripts/learn-encounters.mjs VECTORS.txt [most frequent words = 20000]
// VECTORS.txt: Japanese word vectors in word2vec text format; ours came from chiVe (Works Applications, Apache License 2.0).
import { createReadStream, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { readLexiconFiles } from '../dist/libs/nlp/src/lexicon-to-concepts/lexicon-files.js';
import { encounterWords } from '../dist/libs/nlp/src/text-to-encounters/encounter-model.js';
import { rowsOf } from '../dist/libs/nlp/src/text-to-encounters/read-encounter.js';
import { readBlocks } from './learn-encounters/read-blocks.mjs';
import { learnTowers } from './learn-encounters/two-towers.mjs';

const require = createRequire(import.meta.url);
const FOLDER = fileURLToPath(new URL('../libs/nlp/lexicon/encounters/', import.meta.url));
const WIDTH = 128;
/** How much what the lexicon says of a word counts beside its general vector, both at unit length. */
const ASPECT_SHARE = 1;
/** The second aspect of a word weighs this part of the first, and so on. */
const NEXT_ASPECT = 0.764;
const [vectorFile, most = '20000'] = process.argv.slice(2);

/** All scenes, by block. */
const readScenes = () => readdirSync(FOLDER).filter((name) => name.endsWith('.txt') && name !== 'words.txt').sort().flatMap((name) => readBlocks(readFileSync(join(FOLDER, name), 'utf8')));

const KEPT = /^(?:名詞,(?:一般|サ変接続|形容動詞語幹|副詞可能|ナイ形容詞語幹)|動詞,自立|形容詞,自立)/u;
const SHAPE = /^(?:[一-鿿々ァ-ヴーa-z0-9ぁ-ん]*[一-鿿々][一-鿿々ァ-ヴーa-z0-9ぁ-ん]*|[ァ-ヴー]{2,}|[ぁ-ん]{4,}|[a-z]{2,})$/u;

/** Words of IPADIC, the cheapest of the tokeniser's (that is, the most frequent) first. */
async function dictionaryWords() {
  const kuromoji = require('kuromoji');
  const tokenizer = await new Promise((resolve, reject) => kuromoji.builder({ dicPath: join(dirname(require.resolve('kuromoji/package.json')), 'dict') }).build((error, built) => (error ? reject(error) : resolve(built))));
  const { token_info_dictionary: dictionary } = tokenizer;
  const costs = new Map();
  for (const ids of Object.values(dictionary.target_map)) {
    for (const id of ids) {
      const [surface, ...features] = dictionary.getFeatures(id).split(',');
      const base = features[6] && features[6] !== '*' ? features[6] : surface;
      if (base !== surface || !KEPT.test(features.join(','))) continue;
      const cost = dictionary.dictionary.getShort(id + 4);
      costs.set(surface, Math.min(cost, costs.get(surface) ?? Infinity));
    }
  }
  return [...costs].sort(([a, one], [b, other]) => one - other || (a < b ? -1 : 1)).map(([word]) => word);
}

/** What everyday words are about, by the lexicon: the words in all spellings, with their aspects by number. */
async function readAspectWords() {
  const files = (await readLexiconFiles()).filter(({ name }) => /^aspects\//u.test(name));
  const linesOf = (chosen) => chosen.flatMap(({ text }) => text.split('\n').filter((line) => line && !line.startsWith('#')));
  const isNames = ({ name }) => name.endsWith('names.txt');
  const numbers = new Map(linesOf(files.filter(isNames)).map((line, number) => [line.split(' = ')[0], number]));
  const aspects = new Map();
  for (const line of linesOf(files.filter((file) => !isNames(file)))) {
    const [spellings, ...about] = line.trimEnd().split(' ');
    for (const word of spellings.split('/').map(folded)) aspects.set(word, [...new Set([...(aspects.get(word) ?? []), ...about.map((name) => numbers.get(name))])]);
  }
  return { count: numbers.size, aspects };
}

const folded = (word) => word.normalize('NFKC').toLowerCase();

/** Aspects of a word at unit length, rare aspects weighing more; nothing for a word that the lexicon does not know. */
function aspectVectors(words, { count, aspects }) {
  const holders = new Float64Array(count).fill(1);
  for (const word of words) for (const aspect of aspects.get(word) ?? []) holders[aspect] += 1;
  return words.map((word) => {
    const vector = new Float64Array(count);
    (aspects.get(word) ?? []).forEach((aspect, rank) => { vector[aspect] = NEXT_ASPECT ** rank / Math.sqrt(holders[aspect]); });
    const length = Math.hypot(...vector) || 1;
    return vector.map((value) => value / length);
  });
}

const blocks = readScenes();
const scenes = blocks.flatMap(({ lacks, gives }) => [...lacks, ...gives]);
const everything = scenes.map(({ role, text }) => `${role} ${text}`).join('\n');
const dictionary = await dictionaryWords();
const lexicon = await readAspectWords();
const wanted = new Set([...dictionary.filter((word, at) => at < Number(most) || everything.includes(word)).map((word) => word.toLowerCase()), ...lexicon.aspects.keys()].filter((word) => SHAPE.test(word)));

const words = [];
const rows = [];
let size = 0;
for await (const line of createInterface({ input: createReadStream(vectorFile), crlfDelay: Infinity })) {
  const cut = line.indexOf(' ');
  if (size === 0) { size = Number(line.slice(cut + 1)); continue; }
  const word = folded(line.slice(0, cut));
  if (!wanted.has(word)) continue;
  wanted.delete(word);
  words.push(word);
  rows.push(Float32Array.from(line.slice(cut + 1).split(' '), Number));
}

// words whose meaning the lexicon alone knows
for (const word of lexicon.aspects.keys()) {
  if (!wanted.has(word)) continue;
  words.push(word);
  rows.push(new Float32Array(size));
}

const vocabulary = encounterWords(words.map((word) => [word]));
const wordsOf = (text) => rowsOf([text], vocabulary);

const numbered = blocks.map((block) => Object.fromEntries(Object.entries(block).map(([side, list]) => [side, list.map(({ role, text }) => ({ role: wordsOf(role), text: wordsOf(text) }))])));
const given = size + lexicon.count;
const vectors = new Float32Array(words.length * given);
const about = aspectVectors(words, lexicon);
const mean = new Float64Array(given);
rows.forEach((row, number) => {
  const length = Math.hypot(...row) || 1;
  [...Array.from(row, (value) => value / length), ...Array.from(about[number], (value) => ASPECT_SHARE * value)].forEach((value, at) => {
    vectors[number * given + at] = value;
    mean[at] += value / rows.length;
  });
});
for (let at = 0; at < vectors.length; at += 1) vectors[at] -= mean[at % given];
const holders = new Map();
for (const { lacks, gives } of numbered) for (const { text } of [...lacks, ...gives]) for (const word of text) holders.set(word, (holders.get(word) ?? 0) + 1);
/** A word in one scene of a hundred weighs 0.7 of one in none. */
const weights = Float32Array.from(words, (_, number) => 1 / Math.sqrt(1 + (100 * (holders.get(number) ?? 0)) / scenes.length));

const { lacking, giving } = learnTowers({ count: words.length, vectors, weights }, numbered, { size: given, width: WIDTH, epochs: 8, report: (epoch, loss) => console.log(`epoch ${epoch}: loss ${loss.toFixed(3)}`) });

/** Rows: words that share both vectors, to a byte a number. */
const byVector = new Map();
words.forEach((word, number) => {
  const both = [...lacking.wordVector(number), ...giving.wordVector(number)];
  const scale = Math.max(...both.map(Math.abs)) / 127 || 1;
  const bytes = Int8Array.from(both, (value) => Math.round(value / scale));
  const key = `${scale} ${bytes.join(' ')}`;
  if (!byVector.has(key)) byVector.set(key, { scale, bytes, words: [] });
  byVector.get(key).words.push(word);
});
const lines = [...byVector.values()];
writeFileSync(join(FOLDER, 'words.txt'), `${lines.map((line) => line.words.join(' ')).join('\n')}\n`);
writeFileSync(join(FOLDER, 'vectors.bin'), Buffer.concat([Buffer.from(Float32Array.from(lines, ({ scale }) => scale).buffer), ...lines.map(({ bytes }) => Buffer.from(bytes.buffer))]));
console.log(`${blocks.length} blocks, ${words.length} words, ${lines.length} rows of 2 × ${WIDTH}`);
