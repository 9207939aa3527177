import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { InputError, UsageError } from './problems.js';
import { run } from './teams.js';

interface Output {
  teams: { members: string[]; score: number; reasons: { type: string; text: string; members: string[] }[] }[];
  unplaced: unknown[];
  objective: number;
  baseline: number;
  conflicts?: { text: string }[];
}

describe('tsunagu teams', () => {
  let folder: string;
  const inFolder = async (name: string, text: string): Promise<string> => {
    await writeFile(join(folder, name), text);
    return join(folder, name);
  };
  beforeAll(async () => { folder = await mkdtemp(join(tmpdir(), 'teams-')); });
  afterAll(() => rm(folder, { recursive: true }));

  const textOf = async (...args: string[]): Promise<string> => {
    const written: string[] = [];
    const write = jest.spyOn(process.stdout, 'write').mockImplementation((text) => written.push(String(text)) > 0);
    try {
      await run(args);
    } finally {
      write.mockRestore();
    }
    return written.join('');
  };
  const teamsOf = async (...args: string[]): Promise<Output> => JSON.parse(await textOf(...args)) as Output;
  const few = ['--iterations', '3000'];
  const event = (): Promise<string> => inFolder('event.json', JSON.stringify({
    event: { title: '地域の会' },
    participants: Array.from({ length: 8 }, (_, at) => ({ id: `p${at}`, name: `人${at}`, intro: at % 2 ? 'プログラミングが得意です。' : '料理が好きです。' })),
  }));

  it('puts everyone of an event file in a team, with reasons and a baseline', async () => {
    const { teams, unplaced, objective, baseline } = await teamsOf(await event(), ...few);
    expect(teams.flatMap(({ members }) => members).sort()).toEqual(Array.from({ length: 8 }, (_, at) => `p${at}`));
    expect(teams.map(({ members }) => members.length)).toEqual([4, 4]);
    expect(teams[0].reasons.some(({ type }) => type === 'theme')).toBe(true);
    expect(unplaced).toEqual([]);
    expect(objective).toBeGreaterThan(baseline);
  });

  it('says of a size that was typed as one number what it means, where people cannot be divided so', async () => {
    const people = await inFolder('three.csv', 'id,name\n1,a\n2,b\n3,c\n');
    const { conflicts } = await teamsOf(people, '--size', '9', ...few);
    expect(conflicts!.map(({ text }) => text)).toEqual([expect.stringMatching(/1チーム8〜10人.+。--size 9 は9人を目安に8〜10人のことです。ちょうど9人なら --size 9-9 にしてください。$/)]);
    expect((await teamsOf(people, '--size', '9-9', ...few)).conflicts![0].text).not.toContain('--size');
  });

  it('prints the same for the same seed and iterations', async () => {
    const file = await event();
    expect(await textOf(file, ...few, '--seed', '9')).toBe(await textOf(file, ...few, '--seed', '9'));
  });

  it('speaks English where asked', async () => {
    const { teams } = await teamsOf(await event(), ...few, '--lang', 'en');
    expect(teams[0].reasons[0].text).toMatch(/share “/);
  });

  it('reads a table of people, with rules on its columns', async () => {
    const people = await inFolder('people.csv', `名前,性別\n${Array.from({ length: 12 }, (_, at) => `人${at},${at < 3 ? '女' : '男'}`).join('\n')}\n`);
    const rules = await inFolder('rules.json', '{"size":{"min":4,"max":4},"rules":[{"type":"not_alone","who":{"attribute":"性別","values":["女"]}}]}');
    const { teams, conflicts } = await teamsOf(people, '--rules', rules, ...few);
    expect(conflicts).toBeUndefined();
    for (const { members } of teams) expect(members.filter((id) => Number(id.slice(1)) < 3).length).not.toBe(1);
  });

  it('takes people who are understood already, as concepts with links', async () => {
    const pairs = [['孤立', '会食'], ['空き家', '改修'], ['買い物', '送迎'], ['言葉の壁', '通訳']];
    const people = pairs.flatMap(([need, offer], at) => [{ id: `n${at}`, needs: [need] }, { id: `o${at}`, offers: [offer], groups: ['町'] }]);
    const profiles = await inFolder('profiles.jsonl', people.map((one) => JSON.stringify(one)).join('\n'));
    const concepts = await inFolder('concepts.json', JSON.stringify({ concepts: pairs.flat().map((id) => ({ id, type: id })), links: pairs.map((pair) => [...pair, 'eases']) }));
    const { teams } = await teamsOf(profiles, '--concepts', concepts, '--size', '2-2', ...few);
    expect(teams.map(({ members }) => members.join()).sort()).toEqual(pairs.map((_, at) => `n${at},o${at}`));
    for (const { reasons } of teams) expect(reasons.map(({ type }) => type)).toContain('need_met');
    await expect(run([await inFolder('bad.jsonl', '{"id":"a"}\n{"needs":[]}\n'), '--concepts', concepts])).rejects.toThrow(/^\[field\.missing\] .*bad\.jsonl 2行目 \(line 2\), id: /);
    await expect(run([profiles, '--concepts', await inFolder('loose.json', '{"concepts":[{"id":"a"}],"links":[\n["a","b","eases"]]}')])).rejects.toThrow(/^\[concepts\.unknown\] .*loose\.json 2行目 \(line 2\), links\.0: .*"b" is no concept/);
    await expect(run([await inFolder('twice.jsonl', '{"id":"a"}\n\n{"id":"a"}\n'), '--concepts', concepts])).rejects.toThrow(/^\[match\.person_twice\] .*1、3行目 \(lines 1, 3\), id: /);
  });

  it('names rules that cannot all hold and still gives a plan', async () => {
    const people = await inFolder('people.csv', 'name\na\nb\nc\nd\ne\nf\n');
    const rules = await inFolder('rules.json', '{"rules":[{"type":"together","people":["a","b"]},{"type":"apart","people":["a","b"]}]}');
    const { teams, conflicts } = await teamsOf(people, '--rules', rules, '--size', '3', ...few);
    expect(teams.flatMap(({ members }) => members).length).toBe(6);
    expect(conflicts![0].text).toContain('同時に成り立ちません');
  });

  it('writes a table that spreadsheets open without running a name as a formula', async () => {
    const people = await inFolder('people.csv', 'id,name\n1,=SUM(A1)\n2,b\n3,c\n');
    const text = await textOf(people, '--format', 'csv', ...few);
    expect(text.startsWith('\uFEFFチーム,')).toBe(true);
    expect(text).toContain("'=SUM(A1)");
    expect(text.trim().split('\r\n').length).toBe(4);
  });

  it('says beside a table what could not be kept', async () => {
    const people = await inFolder('people.csv', 'name\na\nb\nc\nd\n');
    const rules = await inFolder('rules.json', JSON.stringify({ rules: [{ type: 'together', people: ['a', 'b'] }, { type: 'apart', people: ['a', 'b'] }] }));
    const said = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
    await textOf(people, '--rules', rules, '--size', '2-2', '--format', 'csv', ...few);
    expect(said.mock.calls.map(([line]) => String(line)).join('')).toMatch(/^tsunagu: \[teams\.rules_conflict\] [^\n]*同時に成り立ちません[^\n]* \/ [\x20-\x7e“”「」]+\n$/);
    said.mockRestore();
  });

  it('writes a page in which a name is no markup', async () => {
    const people = await inFolder('people.csv', 'id,name\n1,<b>x</b>\n2,b\n3,c\n');
    const text = await textOf(people, '--format', 'md', ...few);
    expect(text).toContain('## チーム 1');
    expect(text).toContain('\\<b\\>x');
  });

  it('refuses rules about somebody who is not in the file, naming line and id', async () => {
    const people = await inFolder('people.csv', 'name\na\nb\nc\n');
    const rules = await inFolder('rules.json', '{"rules":[\n{"type":"apart","people":["a",\n"ghost"]}]}');
    await expect(run([people, '--rules', rules])).rejects.toThrow(InputError);
    await expect(run([people, '--rules', rules])).rejects.toThrow(/^\[teams\.rules_invalid\] .*rules\.json 3行目 \(line 3\), rules\.0\.people\.1: id が "ghost" の人はいません。 \/ nobody has the id "ghost"\.$/);
  });

  it('refuses a rule on a column that is not there, naming those that are', async () => {
    const people = await inFolder('people.csv', '名前,所属,性別\na,x,女\nb,x,男\n');
    const rules = await inFolder('rules.json', '{"rules":[\n{"type":"spread","attribute":"所属","max":1}]}');
    await expect(run([people, '--rules', rules])).rejects.toThrow(/^\[teams\.rules_invalid\] .*rules\.json 2行目 \(line 2\), rules\.0\.attribute: .*affiliation、sector、languages、性別.* \/ nobody has an attribute .*languages, 性別\.$/);
  });

  it.each([['市民', 'ab'], ['citizen', 'ab'], ['メディア', 'ef']])('takes the sector %s in a rule as it takes it in a table', async (sector, meant) => {
    const people = await inFolder('people.csv', `名前,立場\n${['市民', '市民', '行政', '行政', 'メディア', 'メディア'].map((one, at) => `${'abcdef'[at]},${one}`).join('\n')}\n`);
    const rules = await inFolder('rules.json', JSON.stringify({ size: { min: 3, max: 3 }, rules: [{ type: 'count', who: { attribute: 'sector', values: [sector] }, min: 1, max: 1 }] }));
    const { teams, broken } = JSON.parse(await textOf(people, '--rules', rules, '--iterations', '2000')) as { teams: { members: string[] }[]; broken?: unknown[] };
    expect(broken).toBeUndefined();
    expect(teams.map(({ members }) => members.filter((id) => meant.includes(id)).length)).toEqual([1, 1]);
  });

  it('asks for the concepts of people who are understood already', async () => {
    const lines = '{"id":"a","needs":["孤立"]}\n{"id":"b","offers":["会食"]}\n';
    for (const file of [await inFolder('lines.jsonl', lines), await inFolder('lines', lines)]) await expect(run([file])).rejects.toThrow(/^\[profiles\.without_concepts\] .*lines(\.jsonl)?: .*--concepts.* \/ .*--concepts/);
  });

  it('takes a number below zero as the value of its option', async () => {
    const people = await inFolder('people.csv', 'name\na\nb\nc\nd\n');
    expect(await teamsOf(people, '--seed', '-1', ...few)).toEqual(await teamsOf(people, '--seed=-1', ...few));
    await expect(run([people, '--iterations', '-1'])).rejects.toThrow(/^\[option\.invalid\] --iterations: 1以上の整数にしてください（今は「-1」）/);
    await expect(run([people, '--iterations', '--seed'])).rejects.toThrow(/^\[option\.without_value\] --iterations: /);
  });

  it.each([[['--size', '0']], [['--size', '5-3']], [['--format', 'xml']], [['--seconds', 'x']], [['--iterations', '1.5']], [['--lang', 'fr']], [['a', 'b']], [['--seconds', '1', '--iterations', '2']]])(
    'refuses %j as wrong usage', async (args) => {
      await expect(run(args)).rejects.toThrow(UsageError);
    });

  it('says which file cannot be read', async () => {
    await expect(run([join(folder, 'none.csv')])).rejects.toThrow(/^\[file\.unreadable\] .*none\.csv: /);
  });
});
