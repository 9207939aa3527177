// Measures forming, repairing and rounds on invented events of 30 to 1,000 people; writes docs/pictures/teams-time.svg (time against people).
// usage: node bench/matching/teams.mjs [--no-picture]   (after `npx nest build cli`); prints tables, and JSON as the last line
import { mkdirSync, writeFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { golfersRounds, repeatsOf } from './golfers.mjs';
import { formRounds, formTeams, repairTeams } from '../../dist/libs/matching/src/index.js';
import { seededRandom } from '../../dist/libs/matching/src/similarity-to-teams/seeded-random.js';

const rules = {
  size: { min: 3, max: 5, target: 4 },
  rules: [{ type: 'not_alone', who: { attribute: 'gender', values: ['f'] } }],
  wishes: [{ type: 'pairs', priority: 1 }, { type: 'mix', attribute: 'organisation', priority: 2 }, { type: 'balance', attribute: 'age', priority: 3 }],
};

function event(n) {
  const random = seededRandom(n);
  const people = Array.from({ length: n }, (_, at) => ({
    id: `p${String(at).padStart(4, '0')}`, attributes: { gender: random.below(3) ? 'm' : 'f', organisation: `o${random.below(1 + Math.ceil(n / 8))}`, age: 18 + random.below(60) },
  }));
  const pairs = new Float64Array(n * n);
  for (let a = 0; a < n; a++) for (let b = a + 1; b < n; b++) if (random.unit() < Math.min(1, 12 / n)) pairs[a * n + b] = pairs[b * n + a] = random.unit();
  return { people, pairs };
}

/** Wall time in ms and processor time in ms of one call. */
function timed(work) {
  const cpu = process.cpuUsage();
  const began = performance.now();
  const result = work();
  const { user, system } = process.cpuUsage(cpu);
  return { result, wall: performance.now() - began, cpu: (user + system) / 1e3 };
}
const round = (value, digits = 4) => +value.toFixed(digits);

const forming = [];
for (const n of [30, 60, 100, 200, 300, 500, 1000]) {
  const { people, pairs } = event(n);
  const long = formTeams({ people, pairs, rules, iterations: 8_000_000, baselineSamples: 0, costs: false }).objective;
  const rows = [];
  for (const seconds of [0.1, 0.25, 0.5, 1, 2, 4]) {
    const { result, wall, cpu } = timed(() => {
      const start = process.cpuUsage();
      const spent = () => { const { user, system } = process.cpuUsage(start); return (user + system) / 1e6; };
      return formTeams({ people, pairs, rules, shouldStop: () => spent() >= seconds });
    });
    rows.push({
      people: n, seconds, objective: round(result.objective), random: round(result.baseline), 'best of random': round(result.baselineBest),
      samples: result.baselineSamples, broken: result.broken.length, cpuMs: Math.round(cpu), wallMs: Math.round(wall), rssMB: Math.round(process.memoryUsage().rss / 1e6),
    });
  }
  // The best plan that any of these runs found is what the others are measured by.
  const best = Math.max(long, ...rows.map(({ objective }) => objective));
  forming.push(...rows.map((row) => ({ ...row, 'of best': round(row.objective / best) })));
}
console.table(forming);

const repairing = [];
for (const n of [30, 100, 300]) {
  const { people, pairs } = event(n);
  const { teams } = formTeams({ people, pairs, rules, iterations: 400_000, baselineSamples: 0 });
  const value = (a, b) => pairs[a * n + b] ?? 0;
  for (let warm = 0; warm < 3; warm++) repairTeams({ people, pairs: value, rules, plan: teams });
  const late = timed(() => repairTeams({ people, pairs, rules, plan: teams.map(({ members }) => ({ members: members.filter((id) => id !== people[0].id) })) }));
  const gone = timed(() => repairTeams({ people: people.slice(1), pairs: (a, b) => value(a + 1, b + 1), rules, plan: teams }));
  repairing.push({ people: n, 'late arrival ms': Math.round(late.cpu), moved: late.result.moved.length, 'drop-out ms': Math.round(gone.cpu), 'moved after': gone.result.moved.length });
}
console.table(repairing);

const rounds = [];
for (const [n, size, count] of [[30, 5, 5], [50, 5, 5], [48, 4, 4], [40, 5, 6], [31, 4, 4]]) {
  const even = n % size === 0;
  const range = even ? { min: size, max: size } : { min: size - 1, max: size + 1, target: size };
  const seeds = [1, 2, 3];
  const { result: ours, cpu } = timed(() => seeds.map((seed) => formRounds({ people: event(n).people, pairs: () => 0, rules: { size: range }, rounds: count, seed }).reduce((sum, { repeats }) => sum + repeats, 0)));
  const theirs = timed(() => (even ? seeds.map((seed) => repeatsOf(golfersRounds(n / size, size, count, seed))) : []));
  rounds.push({ people: n, size, rounds: count, repeats: ours.join(' '), 'golfers repeats': theirs.result.join(' ') || '–', cpuMs: Math.round(cpu / seeds.length), 'golfers cpuMs': even ? Math.round(theirs.cpu / seeds.length) : '–' });
}
console.table(rounds);

if (!process.argv.includes('--no-picture')) {
  const folder = new URL('../../docs/pictures/', import.meta.url);
  mkdirSync(folder, { recursive: true });
  writeFileSync(new URL('teams-time.svg', folder), picture(reachTimes()));
}
console.log(JSON.stringify({ forming, repairing, rounds }));

/** For each number of people the processor time until 98 % of the best objective seen. */
function reachTimes() {
  return [...new Set(forming.map(({ people }) => people))].flatMap((n) => {
    const enough = forming.find((row) => row.people === n && row['of best'] >= 0.98);
    return enough ? [{ people: n, ms: enough.cpuMs }] : [];
  });
}

/** A log–log plot: people against milliseconds. */
function picture(points) {
  const x = (people) => 60 + 400 * (Math.log10(people) - 1) / 2;
  const y = (ms) => 260 - 220 * (Math.log10(ms) - 2) / 2;
  const lines = [100, 1000, 10_000].map((ms) => `<line x1="60" x2="460" y1="${y(ms)}" y2="${y(ms)}" stroke="#ddd"/><text x="54" y="${y(ms) + 4}" text-anchor="end">${ms / 1000} s</text>`);
  const ticks = [10, 30, 100, 300, 1000].map((people) => `<text x="${x(people)}" y="280" text-anchor="middle">${people}</text>`);
  const path = points.map(({ people, ms }, at) => `${at ? 'L' : 'M'}${x(people).toFixed(1)} ${y(ms).toFixed(1)}`).join('');
  const dots = points.map(({ people, ms }) => `<circle cx="${x(people).toFixed(1)}" cy="${y(ms).toFixed(1)}" r="3" fill="#0a6"/>`);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 480 300" font-family="sans-serif" font-size="11" role="img" aria-label="Processor time until 98 % of the best objective seen, by number of people">\n${[...lines, ...ticks].join('\n')}\n<path d="${path}" fill="none" stroke="#0a6" stroke-width="2"/>\n${dots.join('\n')}\n<text x="260" y="296" text-anchor="middle">people</text>\n</svg>\n`;
}
