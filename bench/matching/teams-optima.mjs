// Computes proven optima of small team problems with HiGHS: one column a possible team with its exact value,
// each person in exactly one chosen column, as many columns as teams. Writes test/fixtures/optima/cases.json.
// usage: node bench/matching/teams-optima.mjs   (after `npx nest build cli`; takes some minutes)
import { writeFileSync } from 'node:fs';
import highsLoader from 'highs';
import { compileTeams } from '../../dist/libs/matching/src/similarity-to-teams/compile-teams.js';
import { seededRandom } from '../../dist/libs/matching/src/similarity-to-teams/seeded-random.js';
import { TeamSeats } from '../../dist/libs/matching/src/similarity-to-teams/team-seats.js';
import { TeamWorth } from '../../dist/libs/matching/src/similarity-to-teams/team-worth.js';
import { unweigh } from '../../dist/libs/matching/src/similarity-to-teams/team-problem.js';

const CASES = 50;
const out = new URL('../../test/fixtures/optima/cases.json', import.meta.url);
const highs = await highsLoader();

/** Sparse integer values 0 … 99 and a few answers, by seed. */
function makeCase(seed) {
  const random = seededRandom(seed);
  const n = [12, 14, 16, 18, 20, 22, 24][seed % 7];
  const density = [1, 0.5, 0.25][seed % 3];
  const values = Array.from({ length: n * (n - 1) / 2 }, () => (random.unit() < density ? random.below(100) : 0));
  const people = Array.from({ length: n }, (_, at) => ({
    id: `p${String(at).padStart(2, '0')}`, sector: ['public', 'company', 'npo', 'citizen'][random.below(4)],
    attributes: { level: 1 + random.below(5), gender: random.below(3) === 0 ? 'f' : 'm' },
  }));
  const wishes = [{ type: 'pairs', priority: 1 }, ...[{ type: 'mix', attribute: 'sector', priority: 2 }, { type: 'balance', attribute: 'level', priority: 3 }].slice(0, seed % 3)];
  const rules = [{ type: 'not_alone', who: { attribute: 'gender', values: ['f'] } }, { type: 'apart', people: ['p00', 'p01', 'p02'] }].slice(0, Math.floor(seed / 3) % 3);
  const size = n > 20 ? { min: 3, max: 4, target: 4 } : seed % 2 ? { min: 3, max: 5, target: 4 } : { min: 4, max: 4, target: 4 };
  return { seed, people, values, rules: { weakest: 0.5, size: n % 4 && size.min === 4 ? { min: 3, max: 5, target: 4 } : size, wishes, rules } };
}

function prove({ people, values, rules }) {
  const n = people.length;
  const at = (a, b) => values[a * n - a * (a + 1) / 2 + b - a - 1];
  const { problem } = compileTeams({ people, rules, pairs: (a, b) => (a < b ? at(a, b) : at(b, a)) });
  const table = new TeamSeats(n, problem.min.length, problem.cap);
  const worth = new TeamWorth(problem, table);
  const columns = [];
  const members = [];
  const visit = (from, pairs) => {
    if (members.length >= problem.min[0]) {
      const value = worth.judge(0, pairs);
      if (worth.violation === 0) columns.push({ members: members.slice(), value });
    }
    if (members.length === problem.max[0]) return;
    for (let next = from; next < n; next++) {
      const more = members.reduce((sum, one) => sum + problem.values[one * n + next], 0);
      members.push(next);
      table.enter(next, 0);
      visit(next + 1, pairs + more);
      table.leave(next, 0);
      members.pop();
    }
  };
  visit(0, 0);
  const rows = Array.from({ length: n }, () => []);
  columns.forEach((column, index) => column.members.forEach((person) => rows[person].push(`x${index}`)));
  const wrap = (terms) => terms.reduce((text, term, index) => text + (index % 20 === 19 ? '\n ' : ' ') + term, '');
  const lp = `Maximize\n obj:${wrap(columns.map(({ value }, index) => `${value < 0 ? '-' : '+'} ${Math.abs(value).toFixed(12)} x${index}`))}\nSubject To\n`
    + rows.map((terms, person) => ` p${person}:${wrap(terms.map((term) => `+ ${term}`))} = 1\n`).join('')
    + ` teams:${wrap(columns.map((_, index) => `+ x${index}`))} = ${problem.min.length}\nBinary\n${wrap(columns.map((_, index) => `x${index}`))}\nEnd\n`;
  const solved = highs.solve(lp, { mip_rel_gap: 0, mip_abs_gap: 1e-9, time_limit: 120, threads: 1 });
  if (solved.Status === 'Infeasible') return undefined;
  if (solved.Status !== 'Optimal') throw new Error(`not proven: ${solved.Status}`);
  const chosen = columns.filter((_, index) => solved.Columns[`x${index}`].Primal > 0.5);
  const total = chosen.reduce((sum, { value }) => sum + value, 0);
  return { value: total / n, columns: columns.length, teams: chosen.map((column) => column.members.map((person) => problem.people[person].id)), softness: problem.softness, unweighed: unweigh(total / n, problem.softness) };
}

const cases = [];
for (let seed = 1; cases.length < CASES; seed++) {
  const one = makeCase(seed);
  const began = performance.now();
  const optimum = prove(one);
  process.stderr.write(`seed ${seed}: ${one.people.length} people, ${optimum ? `${optimum.columns} columns, optimum ${optimum.value.toFixed(6)}` : 'impossible'}, ${((performance.now() - began) / 1000).toFixed(1)} s\n`);
  if (optimum) cases.push({ ...one, optimum: +optimum.value.toFixed(9), teams: optimum.teams });
}
writeFileSync(out, `[\n${cases.map((one) => JSON.stringify(one)).join(',\n')}\n]\n`);
process.stdout.write(`${JSON.stringify({ cases: cases.length, file: 'test/fixtures/optima/cases.json' })}\n`);
