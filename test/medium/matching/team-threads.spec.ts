import { spawnSync } from 'node:child_process';
import { expect, it } from '@jest/globals';

const SCRIPT = `
  import { buildLexicon, readLexiconFiles } from './dist/libs/nlp/src/index.js';
  import { TeamFormer } from './dist/apps/matching/src/threads/team-former.js';
  const graph = buildLexicon(await readLexiconFiles()).lexicon.graph();
  const people = (count) => Array.from({ length: count }, (_, at) => ({ id: 'p' + at, jackets: [], statements: [{ kind: ['skill', 'seeking'][at % 2], concept: '写真', label: '写真', score: 0.8 }] }));
  let threads = 0;
  const outsideBegins = new Promise((resolve) => process.on('worker', (worker) => { if (++threads === 2) worker.once('message', resolve); }));
  const former = new TeamFormer({ threads: 1, graph, outsideLimitMs: 1_500 });
  const rules = { size: { min: 3, max: 5 } };
  const done = [];
  const outside = [1, 2].map((seed) => former.runOutside({ people: people(200), theme: [], rules, seed, iterations: 10_000_000_000 }, undefined).then(({ teams }) => done.push('service ' + teams.flatMap(({ members }) => members).length)));
  await outsideBegins;
  const search = former.run({ people: people(40), theme: [], rules, seed: 1, limitMs: 500 });
  const draft = former.run({ people: people(40), theme: [], rules, seed: 2, limitMs: 500 }).then(() => done.push('draft'));
  const plan = [{ name: 'A', members: ['p0', 'p1', 'p2', 'p3'], max: 5 }, { name: 'B', members: ['p4', 'p5', 'p6', 'p7'], max: 5 }];
  const seat = former.chooseTeamFor({ people: people(9), theme: [], rules, seed: 1, teams: plan, id: 'p8' }).then(() => done.push('seat'));
  await Promise.all([...outside, search, draft, seat]);
  await former.close();
  console.log(done.join(', '));`;

it('organisers wait for no service, and a seat for no draft that has not begun; a search for a service ends after its time with all people in teams', () => {
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '--eval', SCRIPT], { encoding: 'utf8', timeout: 60_000 });
  const done = (stdout + stderr).trim().split(', ');
  expect([...done].sort()).toEqual(['draft', 'seat', 'service 200', 'service 200']);
  expect(done.indexOf('seat')).toBeLessThan(done.indexOf('draft'));
  expect(done.indexOf('seat')).toBeLessThan(done.lastIndexOf('service 200'));
  expect(done.indexOf('draft')).toBeLessThan(done.lastIndexOf('service 200'));
});

const ROUNDS = `
  import { buildLexicon, readLexiconFiles } from './dist/libs/nlp/src/index.js';
  import { TeamFormer } from './dist/apps/matching/src/threads/team-former.js';
  const graph = buildLexicon(await readLexiconFiles()).lexicon.graph();
  const people = Array.from({ length: 240 }, (_, at) => ({ id: 'p' + at, jackets: [], statements: [{ kind: ['skill', 'seeking'][at % 2], concept: ['写真', '音楽', '農業'][at % 3], label: '写真', score: 0.8 }] }));
  const former = new TeamFormer({ threads: 1, graph });
  const told = [];
  const rounds = await former.planRounds({ people, theme: [], rules: { size: { min: 3, max: 5 } }, seed: 1, rounds: 8, limitMs: 4_000 }, (progress) => told.push(progress));
  await former.close();
  console.log(JSON.stringify({ seated: rounds.map(({ teams }) => teams.flatMap(({ members }) => members).length), told }));`;

it('rounds planned together are told of while they are searched, end at their time, and seat everybody in each', () => {
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '--eval', ROUNDS], { encoding: 'utf8', timeout: 60_000 });
  const { seated, told } = JSON.parse(stdout || stderr) as { seated: number[]; told: { elapsedMs: number; objective: number | null }[] };
  expect(seated).toEqual(Array(8).fill(240));
  expect(told[0].objective).toBeNull();
  expect(told.length).toBeGreaterThan(1);
  expect(told.at(-1)!.objective).toBeGreaterThan(0);
});

const WISHES = `
  import { buildLexicon, readLexiconFiles } from './dist/libs/nlp/src/index.js';
  import { TeamFormer } from './dist/apps/matching/src/threads/team-former.js';
  const graph = buildLexicon(await readLexiconFiles()).lexicon.graph();
  const people = Array.from({ length: 8 }, (_, at) => ({ id: 'p' + at, jackets: [], statements: [{ kind: ['skill', 'seeking'][at % 2], concept: '写真', label: '写真', score: 0.8 }] }));
  const former = new TeamFormer({ threads: 1, graph });
  const subject = { people, theme: [], rules: { size: { min: 4, max: 4 }, wishes: [{ id: 'd', type: 'data' }, { type: 'needs' }, { type: 'data', weight: 0 }] }, seed: 1 };
  const formed = await former.run({ ...subject, limitMs: 200 });
  const judged = await former.judge({ ...subject, plan: formed.teams.map(({ members }) => ({ members })) });
  await former.close();
  console.log(JSON.stringify([formed, judged].map(({ wishes }) => wishes.map(({ wish, value, label }) => [wish, value === null ? null : 'known', label.ja]))));`;

it('a wish for data that nobody here holds is told as one without a value, of a draft and after a change by hand', () => {
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '--eval', WISHES], { encoding: 'utf8', timeout: 60_000 });
  const told = [['pairs', 'known', '気の合いそうな組み合わせ'], ['wish-2', 'known', '求めることに応える人がいる'], ['d', null, 'ほしいデータを持つ人がいる']];
  expect(JSON.parse(stdout || stderr)).toEqual([told, told]);
});
