// Writes libs/nlp/lexicon/judgement/families.txt: words that are used alike, clustered by their vectors.
//   node scripts/write-word-families.mjs VECTORS.txt
// VECTORS.txt: Japanese word vectors in word2vec text format; ours came from chiVe (Works Applications, Apache License 2.0), cut to words
// of the lexicon, the scenes and the introductions and to verbs and adjectives.
import { createReadStream, writeFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { randomFrom } from './seeded-random.mjs';

const TARGET = fileURLToPath(new URL('../libs/nlp/lexicon/judgement/families.txt', import.meta.url));
const CLOSE = 512;
const WIDE = 128;
const ROUNDS = 12;

const words = [];
const vectors = [];
let size = 0;
for await (const line of createInterface({ input: createReadStream(process.argv[2]), crlfDelay: Infinity })) {
  const cut = line.indexOf(' ');
  if (size === 0) { size = Number(line.slice(cut + 1)); continue; }
  words.push(line.slice(0, cut));
  vectors.push(unit(Float32Array.from(line.slice(cut + 1).split(' '), Number)));
}

function unit(vector) {
  const length = Math.hypot(...vector) || 1;
  return vector.map((value) => value / length);
}

/** Spherical k-means (Dhillon, Modha 2001): the cluster of each vector. */
function clusters(count, random) {
  let centres = Array.from({ length: count }, () => vectors[Math.floor(random() * vectors.length)]);
  let own = [];
  for (let round = 0; round <= ROUNDS; round += 1) {
    own = vectors.map((vector) => nearest(vector, centres));
    const sums = centres.map(() => new Float32Array(size));
    vectors.forEach((vector, at) => vector.forEach((value, place) => { sums[own[at]][place] += value; }));
    centres = sums.map(unit);
  }
  return own;
}

function nearest(vector, centres) {
  let best = 0;
  let most = -Infinity;
  for (let at = 0; at < centres.length; at += 1) {
    let dot = 0;
    for (let place = 0; place < size; place += 1) dot += vector[place] * centres[at][place];
    if (dot > most) [best, most] = [at, dot];
  }
  return best;
}

const random = randomFrom(1);
const [wide, close] = [clusters(WIDE, random), clusters(CLOSE, random)];
const lines = Array.from({ length: CLOSE }, (_, family) => {
  const members = words.map((_word, at) => at).filter((at) => close[at] === family);
  const counts = new Map();
  for (const at of members) counts.set(wide[at], (counts.get(wide[at]) ?? 0) + 1);
  const [field = 0] = [...counts].sort(([a, one], [b, other]) => other - one || a - b)[0] ?? [];
  return [field, ...members.map((at) => words[at]).sort()].join(' ');
}).filter((line) => line.includes(' '));
writeFileSync(TARGET, `${lines.join('\n')}\n`);
console.log(`${words.length} words in ${lines.length} families`);
