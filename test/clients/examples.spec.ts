import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MATCH_PATTERNS, messageResult } from '@tsunagu/contracts';
import { openDatabase, tellServices, append, addEvent, ensureOrganiser, findEvent, type Database } from '@tsunagu/storage';
import { startProduct, type Product } from '../helpers/product.js';
import { freshName, sharedStore } from '../helpers/stores.js';
import { waitFor } from '../helpers/wait-for.js';
import { plainPython, prepareVenv } from './python.js';

let python: string;
beforeAll(async () => { python = await prepareVenv(); }, 300_000);

describe.each(['PostgreSQL', 'Redis'])('examples of other services on %s', (backend) => {
  let product: Product;
  let database: Database;
  let place: Record<string, string>;
  let env: NodeJS.ProcessEnv;
  let team = 0;
  let eventId: string;
  beforeAll(async () => {
    const settings = { SERVICES: 'library', QUEUE_NAMESPACE: freshName(), ...(backend === 'Redis' ? { REDIS_URL: sharedStore('TEST_REDIS_URL') } : {}) };
    product = await startProduct({ env: settings });
    env = { ...process.env, ...settings, DATABASE_URL: product.databaseUrl };
    place = JSON.parse(execFileSync(process.execPath, ['dist/apps/cli/src/main.js', 'door', 'library'], { env, encoding: 'utf8' }));
    database = await openDatabase(product.databaseUrl!, 2);
    const { id } = await ensureOrganiser(database.reader, 'organiser');
    eventId = (await addEvent(database.reader, id, { recipe: 'ideathon', title: '坂のまち', theme: '', heldOn: '2026-11-24', place: '', retentionDays: 30, languages: ['ja'], capacity: 100 })).id;
    await database.reader.getRepository('event').update({ id: eventId }, { services: ['library'] });
  }, 180_000);
  afterAll(async () => {
    await database?.source.destroy();
    execFileSync(process.execPath, ['dist/apps/cli/src/main.js', 'door', 'library', '--revoke'], { env });
    await product?.stop();
  });

  const start = (program: string, args: string[]): { child: ChildProcess; lines: any[]; errors: () => string } => {
    const child = spawn(program, args, { env: { PATH: process.env.PATH, ...place }, stdio: ['ignore', 'pipe', 'pipe'] });
    const lines: unknown[] = [];
    let [rest, errors] = ['', ''];
    child.stdout!.on('data', (text) => { const parts = (rest + text).split('\n'); rest = parts.pop()!; lines.push(...parts.filter(Boolean).map((line) => JSON.parse(line))); });
    child.stderr!.on('data', (text) => { errors += text; });
    return { child, lines, errors: () => errors };
  };
  const publish = async (): Promise<void> => {
    const event = (await findEvent(database.reader, eventId))!;
    team++;
    await database.transaction((tx) => append(tx, eventId, tellServices(event, 'team.published', [], () => ({ team: `team-${team}`, members: ['a'] }))));
  };
  const endOf = (child: ChildProcess): Promise<number | null> => (child.exitCode === null ? new Promise((done) => child.once('exit', done)) : Promise.resolve(child.exitCode));

  const asks = (results: any[]): void => {
    expect(results.map((result) => messageResult.parse(result).status)).toEqual(['done', 'done', 'rejected']);
    const [tags, candidates, refused] = results;
    expect(MATCH_PATTERNS['match.tags'].result.parse(tags.result).texts.map(({ id }) => id)).toEqual(['hanako', 'taro', 'jiro']);
    expect(candidates.result.people.find(({ id }: { id: string }) => id === 'hanako').candidates[0]).toMatchObject({ id: 'taro' });
    expect(refused.problem).toMatchObject({ code: 'request.invalid', errors: [{ field: 'data.people' }] });
    expect(results.every(({ requester }) => requester === 'library')).toBe(true);
  };

  const programs: [string, string, string[]][] = backend === 'Redis'
    ? [['Python with bullmq', 'python', ['examples/python-redis/ask.py', 'examples/python-redis/listen.py']], ['Python with a plain Redis client', plainPython(), ['examples/python-redis-plain/ask.py', 'examples/python-redis-plain/listen.py']], ['plain Node', process.execPath, ['examples/node/ask.mjs', 'examples/node/listen.mjs']]]
    : [['Python with SQL alone', 'python', ['examples/python-postgres/ask.py', 'examples/python-postgres/listen.py']], ['plain Node', process.execPath, ['examples/node/ask.mjs', 'examples/node/listen.mjs']]];

  it.each(programs)('%s asks and is answered, and hears events in order', async (_, program, [ask, listen]) => {
    const command = program === 'python' ? python : program;
    const asking = start(command, [ask]);
    const code = await endOf(asking.child);
    expect([code, asking.errors()]).toEqual([0, '']);
    asks(asking.lines);
    const first = team + 1;
    for (let count = 0; count < 5; count++) await publish();
    const listening = start(command, [listen]);
    await waitFor('five events', () => listening.lines.length >= 5);
    listening.child.kill('SIGKILL');
    expect(listening.lines.slice(-5).map(({ type, data, seq }) => [type, data.team, seq])).toEqual(Array.from({ length: 5 }, (__, at) => ['team.published', `team-${first + at}`, first + at]));
    await endOf(listening.child);
  }, 90_000);

  it('a Nest service asks with ClientProxy and hears with @EventPattern', async () => {
    await publish();
    const service = start(process.execPath, ['dist/examples/nest-service/src/main.js']);
    await waitFor('three answers and an event', () => service.lines.length >= 4, 40);
    const answers = service.lines.filter((line) => !line.heard);
    expect(answers[0].texts.map(({ id }: { id: string }) => id)).toEqual(['hanako', 'taro']);
    expect(answers[1].people[0].candidates[0].id).toBe('taro');
    expect(answers[2].refusal).toMatchObject({ code: 'request.invalid', errors: [{ field: 'data.people' }] });
    expect(service.lines.filter(({ heard }) => heard).at(-1)).toMatchObject({ heard: 'team.published', data: { team: `team-${team}` }, message: { eventId, seq: team } });
    service.child.kill('SIGTERM');
    await endOf(service.child);
    expect([service.child.signalCode, service.errors()]).toEqual(['SIGTERM', '']);
  }, 90_000);
});
