// Learns libs/nlp/lexicon/encounters/vectors.bin and words.txt from the scenes beside them: run it after the scenes changed, and a build.
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
import { learnTowers } from './learn-encounters/two-towers.mjs';

const require = createRequire(import.meta.url);
const FOLDER = fileURLToPath(new URL('../libs/nlp/lexicon/encounters/', import.meta.url));
const WIDTH = 64;
const [vectorFile, most = '20000'] = process.argv.slice(2);

/** Scenes by block: `# matter`, then `- speaker | scene` of who lacks and `+ speaker | scene` of who gives. */
function readBlocks() {
  return readdirSync(FOLDER).filter((name) => name.endsWith('.txt') && name !== 'words.txt').sort()
    .flatMap((name) => readFileSync(join(FOLDER, name), 'utf8').split(/\n\s*\n/u))
    .map((block) => {
      const scenes = (mark) => block.split('\n').filter((line) => line.startsWith(mark)).map((line) => {
        const [role, text] = line.slice(2).split('|');
        return { role: role.trim(), text: text.trim() };
      });
      return { lacks: scenes('- '), gives: scenes('+ ') };
    })
    .filter(({ lacks, gives }) => lacks.length > 0 && gives.length > 0);
}

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

/** Everyday words of the lexicon's aspects, in all spellings. */
async function lexiconWords() {
  const files = await readLexiconFiles();
  return files.filter(({ name }) => /^aspects\//u.test(name) && !name.endsWith('names.txt')).flatMap(({ text }) => text.split('\n').filter((line) => line && !line.startsWith('#')).flatMap((line) => line.split(' ')[0].split('/')));
}

const blocks = readBlocks();
const scenes = blocks.flatMap(({ lacks, gives }) => [...lacks, ...gives]);
const everything = scenes.map(({ role, text }) => `${role} ${text}`).join('\n');
const dictionary = await dictionaryWords();
const wanted = new Set([...dictionary.filter((word, at) => at < Number(most) || everything.includes(word)), ...await lexiconWords()].map((word) => word.toLowerCase()).filter((word) => SHAPE.test(word)));

const words = [];
const rows = [];
let size = 0;
for await (const line of createInterface({ input: createReadStream(vectorFile), crlfDelay: Infinity })) {
  const cut = line.indexOf(' ');
  if (size === 0) { size = Number(line.slice(cut + 1)); continue; }
  const word = line.slice(0, cut).normalize('NFKC').toLowerCase();
  if (!wanted.has(word)) continue;
  wanted.delete(word);
  words.push(word);
  rows.push(Float32Array.from(line.slice(cut + 1).split(' '), Number));
}

const vocabulary = encounterWords(words.map((word) => [word]));
const wordsOf = (text) => rowsOf([text], vocabulary);

const numbered = blocks.map((block) => Object.fromEntries(Object.entries(block).map(([side, list]) => [side, list.map(({ role, text }) => ({ role: wordsOf(role), text: wordsOf(text) }))])));
const vectors = new Float32Array(words.length * size);
const mean = new Float64Array(size);
rows.forEach((row, number) => {
  const length = Math.hypot(...row) || 1;
  row.forEach((value, at) => { vectors[number * size + at] = value / length; mean[at] += value / length / rows.length; });
});
for (let at = 0; at < vectors.length; at += 1) vectors[at] -= mean[at % size];
const holders = new Map();
for (const { lacks, gives } of numbered) for (const { text } of [...lacks, ...gives]) for (const word of text) holders.set(word, (holders.get(word) ?? 0) + 1);
/** A word in one scene of a hundred weighs 0.7 of one in none. */
const weights = Float32Array.from(words, (_, number) => 1 / Math.sqrt(1 + (100 * (holders.get(number) ?? 0)) / scenes.length));

const { lacking, giving } = learnTowers({ count: words.length, vectors, weights }, numbered, { size, width: WIDTH, report: (epoch, loss) => console.log(`epoch ${epoch}: loss ${loss.toFixed(3)}`) });

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
