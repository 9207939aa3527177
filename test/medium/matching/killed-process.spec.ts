import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from '@jest/globals';
import { JobsFromLog, Queues, queueStore } from '@tsunagu/messaging';
import { addProposal, findProposal, listStatements, readCandidates, setHere, tellProposal, type ParticipantRow } from '@tsunagu/storage';
import { freePort } from '../../../scripts/run/ports.mjs';
import { waitFor } from '../../helpers/wait-for.js';
import { Desk, makeStores, onRedis, type Stores } from './engine.js';

const MAIN = fileURLToPath(new URL('../../../dist/apps/matching/src/main.js', import.meta.url));
const running = new Set<ChildProcess>();

/** The built matching service as a process of its own. */
async function start({ settings }: Stores, changes: Record<string, string> = {}): Promise<{ child: ChildProcess; port: number; output: () => string }> {
  const port = await freePort();
  const child = spawn(process.execPath, [MAIN], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: process.env.PATH, DATABASE_URL: settings.DATABASE_URL, QUEUE_NAMESPACE: settings.QUEUE_NAMESPACE, ...(settings.REDIS_URL ? { REDIS_URL: settings.REDIS_URL } : {}), LOG_LEVEL: 'error', MATCHING_PORT: String(port), ...changes },
  });
  running.add(child);
  let output = '';
  for (const stream of [child.stdout!, child.stderr!]) stream.on('data', (text) => { output += text; });
  return { child, port, output: () => output };
}

const ended = async (child: ChildProcess): Promise<number | null> => (child.exitCode ?? child.signalCode) !== null ? child.exitCode : (await once(child, 'exit'))[0] as number | null;

afterEach(async () => {
  for (const child of running) { child.kill('SIGKILL'); await ended(child); }
  running.clear();
});

describe.each(['PostgreSQL', 'Redis'])('a killed matching process, queues on %s', (backend) => {
  it('loses nothing and doubles nothing: another process finishes, each result is told once', async () => {
    const stores = await makeStores(backend === 'Redis' ? onRedis() : {});
    const queues = new Queues(queueStore({ databaseUrl: stores.settings.DATABASE_URL!, redisUrl: stores.settings.REDIS_URL, namespace: stores.settings.QUEUE_NAMESPACE }));
    const jobs = new JobsFromLog(queues, stores.database);
    jobs.start();
    const desk = new Desk(stores.database, () => jobs);
    const event = await desk.openEvent();
    const people: ParticipantRow[] = [];
    const doomed = await start(stores);
    for (let number = 0; number < 30; number++) people.push(await desk.enter(event, `写真を撮るのが得意です。防災に興味があります。${number}番目に来ました。`, { nickname: `人${number}` }));
    const readSoFar = async (): Promise<number> => (await stores.database.reader.query("SELECT count(*)::int AS n FROM participant WHERE reading = 'read'"))[0].n;
    await waitFor('it is in the middle of its work', async () => await readSoFar() >= 3, 40);
    doomed.child.kill('SIGKILL');
    await ended(doomed.child);
    await start(stores);
    await desk.settled(120);
    expect(await readSoFar()).toBe(30);
    for (const person of people) {
      const rows = (await desk.rows('participant', person.id)).map((row) => row.type);
      expect(rows.filter((type) => type === 'statements.changed')).toHaveLength(1);
      const concepts = (await listStatements(stores.database.reader, person.id)).map((one) => one.foundAs);
      expect(new Set(concepts).size).toBe(concepts.length);
      const listed = (await readCandidates(stores.database.reader, person.id)).map((one) => one.participantId);
      expect(listed.length).toBeGreaterThanOrEqual(10); // and guests, whom nobody else would see
      expect(new Set(listed).size).toBe(listed.length);
    }
    await jobs.stop();
    await queues.close();
    await stores.close();
  }, 240_000);

  it('in the middle of forming teams: the proposal is neither lost nor made twice', async () => {
    const stores = await makeStores(backend === 'Redis' ? onRedis() : {});
    const queues = new Queues(queueStore({ databaseUrl: stores.settings.DATABASE_URL!, redisUrl: stores.settings.REDIS_URL, namespace: stores.settings.QUEUE_NAMESPACE }));
    const jobs = new JobsFromLog(queues, stores.database);
    jobs.start();
    const desk = new Desk(stores.database, () => jobs);
    const event = await desk.openEvent();
    const people: ParticipantRow[] = [];
    for (let number = 0; number < 12; number++) people.push(await desk.enter(event, null, { nickname: `人${number}` }));
    await setHere(stores.database.reader, event.id, people.map(({ id }) => id), true);
    const doomed = await start(stores);
    await waitFor('it is ready', async () => (await fetch(`http://127.0.0.1:${doomed.port}/health/ready`).catch(() => null))?.ok ?? false, 60);
    // whoever is read only later has the draft told anew
    await desk.settled(120);
    const { id } = await desk.commit(event.id, async (tx) => {
      const proposal = await addProposal(tx, { eventId: event.id, sizeMin: 3, sizeMax: 4, seed: 1, seconds: 3, rules: {}, createdBy: null });
      return { result: proposal, tell: [tellProposal(event.id, { name: 'form-teams', data: { eventId: event.id, proposalId: proposal.id, version: 1 } })] };
    });
    await waitFor('it is forming teams', async () => (await queues.counts()).teams.active === 1, 40);
    doomed.child.kill('SIGKILL');
    await ended(doomed.child);
    expect(await findProposal(stores.database.reader, event.id, id)).toMatchObject({ status: 'forming', version: 1 });
    await start(stores);
    await desk.settled(120);
    const proposal = (await findProposal(stores.database.reader, event.id, id))!;
    expect(proposal).toMatchObject({ status: 'draft', version: 2 });
    expect(proposal.plan.teams.flatMap((team) => team.members.map(({ participantId }) => participantId)).sort()).toEqual(people.map((one) => one.id).sort());
    const told = (await desk.rows('console', event.id)).filter(({ type, payload }) => type === 'proposal.changed' && (payload as { proposal: { status: string } }).proposal.status === 'draft');
    expect(told).toHaveLength(1);
    await jobs.stop();
    await queues.close();
    await stores.close();
  }, 240_000);
});

describe('starting and stopping the matching process', () => {
  it('answers ready when database, queue and dictionary are there, tells its numbers, and stops on SIGTERM', async () => {
    const stores = await makeStores();
    const { child, port } = await start(stores);
    const ready = await waitFor('it is ready', async () => { const answer = await fetch(`http://127.0.0.1:${port}/health/ready`); return answer.ok ? answer.json() : null; }, 40);
    expect(ready).toEqual({ database: 'ok', queue: 'ok', dictionary: 'ok' });
    expect(await (await fetch(`http://127.0.0.1:${port}/metrics`)).text()).toContain('tsunagu_queue_oldest_seconds{queue="profiles"} 0');
    child.kill('SIGTERM');
    await ended(child);
    expect(child.signalCode ?? child.exitCode).toBe('SIGTERM');
    await stores.close();
  });

  it.each([
    ['a database that cannot be reached', { DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none' }, /127\.0\.0\.1:1 cannot be reached/, 1],
    ['no database', { DATABASE_URL: '' }, /DATABASE_URL is not set/, 78],
    ['a wrong setting', { EXTRACT_THREADS: 'many' }, /EXTRACT_THREADS="many"/, 78],
  ])('with %s it says one clear thing and ends, with a code that tells whether trying again may help', async (_, changes, sentence, code) => {
    const { child, output } = await start({ settings: { DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none', QUEUE_NAMESPACE: 'x' } } as unknown as Stores, changes as Record<string, string>);
    expect(await ended(child)).toBe(code);
    expect(output()).toMatch(sentence);
    expect(output()).not.toMatch(/\n\s+at /);
  });
});
