// Measures the team solver on bare pair matrices: published instances given as files, and many teams of four with sparse values.
// usage: node bench/matching/grouping.mjs [INSTANCE…]   (after `npx nest build cli`); prints a table, and JSON as the last line
import { performance } from 'node:perf_hooks';
import { readGrouping } from '../../dist/apps/cli/src/grouping.js';
import { groupByPairs } from '../../dist/libs/matching/src/similarity-to-teams/group-by-pairs.js';
import { seededRandom } from '../../dist/libs/matching/src/similarity-to-teams/seeded-random.js';

/** Mean that the C code of three-phase search with dynamic population (Yang et al. 2022) reaches in about one second of one core, by published instance. */
const THREE_PHASE = {
  RanReal_n030_ss_01: 5503.122, RanReal_n060_ss_01: 18733.74, RanReal_n120_ss_01: 47300.988, RanReal_n240_ss_01: 154545.66, RanInt_n120_ss_01: 47834.667, Geo_n120_ss_01: 101556.14,
};
const SEEDS = [1, 2, 3];
const SECONDS = [1, 5];

/** Teams of four among people of whom few have anything in common. */
function sparse(elements, density) {
  const random = seededRandom(elements);
  const values = new Float64Array(elements * elements);
  for (let i = 0; i < elements; i++) for (let j = i + 1; j < elements; j++) if (random.unit() < density) values[i * elements + j] = values[j * elements + i] = random.below(1000) / 10;
  const sizes = Array(elements / 4).fill(4);
  return { elements, values, min: sizes, max: sizes };
}

/** Processor time, so that a busy machine changes nothing. */
function solve(grouping, seed, seconds) {
  const began = process.cpuUsage();
  const spent = () => { const { user, system } = process.cpuUsage(began); return (user + system) / 1e6; };
  return groupByPairs(grouping, { seed, shouldStop: () => spent() >= seconds });
}

const instances = [
  ...await Promise.all(process.argv.slice(2).map(async (file) => ({ name: file.replace(/^.*\//, ''), grouping: await readGrouping(file) }))),
  ...[[60, 0.15], [120, 0.08], [300, 0.04]].map(([elements, density]) => ({ name: `fours-${elements}`, grouping: sparse(elements, density) })),
];
const rows = [];
for (const { name, grouping } of instances) {
  for (const seconds of SECONDS) {
    const began = performance.now();
    const results = SEEDS.map((seed) => solve(grouping, seed, seconds));
    const values = results.map(({ value }) => value);
    rows.push({
      name, seconds, min: Math.min(...values), mean: values.reduce((sum, value) => sum + value, 0) / values.length, max: Math.max(...values),
      millionSteps: Math.round(results.reduce((sum, { iterations }) => sum + iterations, 0) / results.length / 1e6), wallSeconds: Math.round((performance.now() - began) / 100) / 10,
    });
  }
}
const best = new Map();
for (const { name, max } of rows) best.set(name, Math.max(max, best.get(name) ?? -Infinity));
for (const row of rows) {
  row.ofBest = +(row.mean / best.get(row.name)).toFixed(5);
  const reference = THREE_PHASE[row.name.replace(/\.txt$/, '')];
  if (reference && row.seconds === 1) row.ofThreePhase = +(row.mean / reference).toFixed(5);
}
console.table(rows.map(({ ofBest, ofThreePhase, ...row }) => ({ ...row, 'mean / best seen': ofBest, 'mean / three-phase search': ofThreePhase ?? '–' })));
console.log(JSON.stringify(rows));
