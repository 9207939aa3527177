// Ranking beside vectors: our index, brute force over vectors of the same people, and an approximate index (HNSW of usearch)
// over the same vectors. usearch is no dependency: it is 26 MB for this one comparison. Its package holds its binaries:
//   npm run build && npm install --no-save --ignore-scripts usearch@2.26.2 && node bench/matching/candidates-beside-vectors.mjs [people]
// hnswlib-node is left out: its package holds no binary and would be compiled where it is installed.
import { performance } from 'node:perf_hooks';
import { buildLexicon, readLexiconFiles } from '../../dist/libs/nlp/src/index.js';
import { buildEventIndex, rankPeople } from '../../dist/libs/matching/src/index.js';

const { default: usearch } = await import('usearch').catch(() => ({}));
if (!usearch) {
  console.error('usearch is not installed: npm install --no-save --ignore-scripts usearch@2.26.2');
  process.exit(1);
}
const COUNT = Number(process.argv[2] ?? 10_000);
const TOP = 20;
const DIMENSIONS = 128;
const graph = buildLexicon(await readLexiconFiles()).lexicon.graph();
const concepts = Object.keys(graph.concepts).sort();

let state = 7;
const random = () => {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return state / 2 ** 32;
};
const normal = () => Math.sqrt(-2 * Math.log(random() + 1e-9)) * Math.cos(2 * Math.PI * random());
const directions = new Map(concepts.map((concept) => [concept, Float32Array.from({ length: DIMENSIONS }, normal)]));
const draw = () => concepts[Math.floor(concepts.length * random() ** 3)];
const people = Array.from({ length: COUNT }, (_, at) => ({
  id: `p${String(at).padStart(6, '0')}`, jackets: [],
  statements: Array.from({ length: 8 }, (__, nth) => {
    const concept = draw();
    return { kind: ['skill', 'skill', 'interest', 'seeking'][nth % 4], concept, label: concept, score: 0.5 + random() / 2 };
  }),
}));

/** What somebody says as one vector: their concepts by random projection, which keeps the cosine between two people but for noise. */
function vectorOf({ statements }) {
  const sum = new Float32Array(DIMENSIONS);
  for (const { concept, score } of statements) directions.get(concept).forEach((value, at) => { sum[at] += score * value; });
  const length = Math.hypot(...sum);
  return sum.map((value) => value / length);
}
const vectors = people.map(vectorOf);
const asked = people.map((_, at) => at).filter((at) => at % Math.ceil(COUNT / 40) === 0);
const timed = (work) => {
  const start = performance.now();
  const result = work();
  return { ms: performance.now() - start, result };
};
const median = (values) => [...values].sort((a, b) => a - b)[values.length >> 1];

function bruteForce(at) {
  const scores = vectors.map((other, place) => {
    let dot = 0;
    for (let index = 0; index < DIMENSIONS; index += 1) dot += vectors[at][index] * other[index];
    return { place, dot };
  });
  return scores.filter(({ place }) => place !== at).sort((a, b) => b.dot - a.dot).slice(0, TOP).map(({ place }) => place);
}

const ours = timed(() => buildEventIndex(graph, people));
const hnsw = new usearch.Index({ metric: 'cos', dimensions: DIMENSIONS });
const built = timed(() => vectors.forEach((vector, at) => hnsw.add(BigInt(at), vector)));
const approximate = (at) => [...hnsw.search(vectors[at], TOP + 1, 1).keys].map(Number).filter((place) => place !== at).slice(0, TOP);
const ranked = (at) => rankPeople(ours.result, people[at].id, { top: TOP }).map(({ id }) => Number(id.slice(1)));
for (const at of asked) ranked(at);
const results = { ranked: asked.map((at) => timed(() => ranked(at))), brute: asked.map((at) => timed(() => bruteForce(at))), hnsw: asked.map((at) => timed(() => approximate(at))) };
const share = (of, among) => of.reduce((sum, { result }, nth) => sum + result.filter((place) => among[nth].result.includes(place)).length / result.length, 0) / of.length;
const line = (name, runs, built) => `${name.padEnd(34)} build ${built.toFixed(0).padStart(6)} ms   one list ${median(runs.map(({ ms }) => ms)).toFixed(2).padStart(7)} ms`;
console.log(`${COUNT} people, top ${TOP}`);
console.log(line('concepts, needs and offers (ours)', results.ranked, ours.ms));
console.log(line(`brute force, ${DIMENSIONS} dimensions`, results.brute, 0), '  recall 1');
console.log(line('usearch (HNSW), the same vectors', results.hnsw, built.ms), `  recall ${share(results.brute, results.hnsw).toFixed(3)} of brute force`);
console.log(`of our lists, brute force over the vectors finds ${share(results.ranked, results.brute).toFixed(3)}: who needs whom is in no distance between two vectors`);
