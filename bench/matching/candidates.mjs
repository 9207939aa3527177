// Ranking at scale: the inverted lists of the event index beside brute force over the same scores.
//   npm run build && node --expose-gc bench/matching/candidates.mjs [--json]
// Invented people, seeded: eight statements, twelve words and thirty aspects each, drawn by Zipf's law from the lexicon's own, and the sides of an encounter.
import { performance } from 'node:perf_hooks';
import { buildLexicon, readLexiconFiles } from '../../dist/libs/nlp/src/index.js';
import { buildEventIndex, pairScore, rankPeople } from '../../dist/libs/matching/src/index.js';

const graph = buildLexicon(await readLexiconFiles()).lexicon.graph();
const [aspects, concepts] = [true, false].map((wanted) => shuffled(Object.keys(graph.concepts).filter((id) => id.startsWith('観点:') === wanted), randomOf(7)));

function randomOf(seed) {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

function shuffled(list, random) {
  return list.map((value) => [random(), value]).sort(([a], [b]) => a - b).map(([, value]) => value);
}

/** Draws from a list by Zipf's law. */
function drawFrom(list, random) {
  const cumulative = [];
  list.reduce((sum, _, rank) => (cumulative[rank] = sum + 1 / (rank + 5)), 0);
  return () => {
    const at = random() * cumulative.at(-1);
    let [low, high] = [0, cumulative.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (cumulative[middle] < at) low = middle + 1;
      else high = middle;
    }
    return list[low];
  };
}

function inventPeople(count, random) {
  const draw = drawFrom(concepts, random);
  const drawAspect = drawFrom(aspects, random);
  const several = (howMany, drawOne) => [...new Set(Array.from({ length: howMany }, drawOne))].sort();
  const kinds = ['skill', 'skill', 'interest', 'seeking'];
  return Array.from({ length: count }, (_, at) => ({
    id: `p${String(at).padStart(6, '0')}`, sector: ['public', 'company', 'npo', 'citizen'][at % 4], jackets: [],
    wording: { runs: several(12, draw), shown: true },
    encounter: { lacks: unitVector(random, 256), gives: unitVector(random, 256), about: unitVector(random, 384) },
    aspects: several(30, drawAspect).map((aspect) => ({ aspect, weight: 0.5 + random() })),
    statements: Array.from({ length: 8 }, () => {
      const concept = draw();
      return { kind: kinds[Math.floor(random() * 4)], concept, label: concept, score: 0.5 + random() / 2 };
    }),
  }));
}

/** Half of a closeness each, as a reader gives them. */
function unitVector(random, width) {
  const vector = Float32Array.from({ length: width }, () => random() - 0.5);
  const length = Math.hypot(...vector);
  return vector.map((value) => value * Math.SQRT1_2 / length);
}

const timed = (work) => {
  const start = performance.now();
  const result = work();
  return { ms: performance.now() - start, result };
};
const median = (values) => [...values].sort((a, b) => a - b)[values.length >> 1];
const usedBytes = () => {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed;
};

function bruteForce(index, id, top) {
  return index.ids().filter((other) => other !== id).map((other) => ({ id: other, score: pairScore(index, id, other) }))
    .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1)).slice(0, top);
}

function measure(count) {
  const people = inventPeople(count, randomOf(count));
  const before = usedBytes();
  const { ms: buildMs, result: index } = timed(() => buildEventIndex(graph, people));
  const bytesPerPerson = (usedBytes() - before) / count;
  const asked = people.filter((_, at) => at % Math.ceil(count / 40) === 0).map(({ id }) => id);
  for (const id of asked) rankPeople(index, id, { top: 20 });
  const indexed = asked.map((id) => timed(() => {
    index.recentScores.clear(); // scores that are kept for the next look would be timed instead
    return rankPeople(index, id, { top: 20 });
  }));
  const brute = asked.slice(0, 5).map((id) => timed(() => bruteForce(index, id, 20)));
  const found = brute.map(({ result }, at) => result.filter(({ id }) => indexed[at].result.some((line) => line.id === id)).length / result.length);
  const arrivals = people.slice(0, 40).map((person) => timed(() => {
    index.upsert(person);
    rankPeople(index, person.id, { top: 20 });
  }).ms);
  const [indexMs, bruteMs] = [median(indexed.map(({ ms }) => ms)), median(brute.map(({ ms }) => ms))];
  return {
    people: count, buildMs, bytesPerPerson, indexMs, slowestMs: Math.max(...indexed.map(({ ms }) => ms)), bruteMs, timesFaster: bruteMs / indexMs,
    recall: found.reduce((a, b) => a + b) / found.length, arrivalMs: median(arrivals),
  };
}

function measureWholeEvent(count) {
  const people = inventPeople(count, randomOf(count + 1));
  const { ms } = timed(() => {
    const index = buildEventIndex(graph, people);
    for (const { id } of people) rankPeople(index, id, { top: 20 });
  });
  return ms;
}

const rows = [measure(300), measure(1_000), measure(10_000)];
const wholeEventOf1000Ms = measureWholeEvent(1_000);
if (process.argv.includes('--json')) {
  console.log(JSON.stringify({ bench: 'candidates', concepts: concepts.length, rows, wholeEventOf1000Ms }));
} else {
  console.table(Object.fromEntries(rows.map(({ people, ...row }) => [`${people} people`, {
    'build ms': row.buildMs.toFixed(0), 'kB a person': (row.bytesPerPerson / 1000).toFixed(1), 'top 20 ms': row.indexMs.toFixed(2),
    'slowest ms': row.slowestMs.toFixed(2), 'brute force ms': row.bruteMs.toFixed(1), 'times faster': row.timesFaster.toFixed(0),
    recall: row.recall.toFixed(3), 'arrival + list ms': row.arrivalMs.toFixed(2),
  }])));
  console.log(`all lists of an event of 1,000, index included: ${wholeEventOf1000Ms.toFixed(0)} ms`);
}
