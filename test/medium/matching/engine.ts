import 'reflect-metadata';
import { fileURLToPath } from 'node:url';
import { Logger, type INestApplication } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import { readSettings, type Settings } from '@tsunagu/config';
import { joinInput, streamId, type JobOrder } from '@tsunagu/contracts';
import { DoorServer, JobsFromLog, migrateQueues, Queues } from '@tsunagu/messaging';
import {
  addEvent, append, changeParticipant, Database, enrol, ensureOrganiser, findEvent, lockParticipant, migrate, openDatabase, saveIntroduction, tellMe,
  type Entry, type EventRow, type LogRow, type ParticipantRow, type Transaction,
} from '@tsunagu/storage';
import { Doors } from '../../../apps/matching/src/match-requests/doors.js';
import { MatchingAppModule } from '../../../apps/matching/src/matching-app.module.js';
import { Knowledge } from '../../../apps/matching/src/knowledge.js';
import { TeamFormer } from '../../../apps/matching/src/threads/team-former.js';
import { TextReader } from '../../../apps/matching/src/threads/text-reader.js';
import { freshName, makeDatabase, sharedStore } from '../../helpers/stores.js';
import { waitFor } from '../../helpers/wait-for.js';

Logger.overrideLogger(false);

// jest runs modules in a realm of its own, where what comes from a thread is no `instanceof Object`: piscina would never take
// a replaced thread for ready.
Object.defineProperty(Object, Symbol.hasInstance, { value: (value: unknown) => value !== null && (typeof value === 'object' || typeof value === 'function') });

const built = (name: string): string => fileURLToPath(new URL(`../../../dist/apps/matching/src/threads/${name}`, import.meta.url));
export const SCRIPTED = fileURLToPath(new URL('./threads/scripted-thread.mjs', import.meta.url));
export const REAL = built('extract-thread.js');

export interface Stores { settings: Settings; database: Database; close(): Promise<void> }

/** An empty database with all tables, queues included. */
export async function makeStores(env: Record<string, string> = {}): Promise<Stores> {
  const { url, drop } = await makeDatabase();
  const settings = readSettings({ DATABASE_URL: url, QUEUE_NAMESPACE: freshName(), LOG_LEVEL: 'silent', MATCHING_PORT: '0', ...env });
  await migrate(url);
  await migrateQueues({ databaseUrl: url, redisUrl: settings.REDIS_URL, namespace: settings.QUEUE_NAMESPACE, services: settings.SERVICES });
  const database = await openDatabase(url, 4);
  return { settings, database, close: async () => { await database.source.destroy(); await drop(); } };
}
export const onRedis = (): Record<string, string> => ({ REDIS_URL: sharedStore('TEST_REDIS_URL') });

export interface Engine { app: INestApplication; queues: Queues; jobs: JobsFromLog; close(): Promise<void> }

/** The matching service on these stores. `threadFile` reads the texts: scripted, or the real one. */
export async function startEngine({ settings }: Stores, { threadFile = SCRIPTED, limitMs = 2_000 } = {}): Promise<Engine> {
  const module = await Test.createTestingModule({ imports: [MatchingAppModule.forRoot(settings, new TextReader({ threads: 1, file: threadFile, limitMs }))] })
    .overrideProvider(TeamFormer).useFactory({ inject: [Knowledge], factory: ({ graph }: Knowledge) => new TeamFormer({ threads: 1, graph, file: built('team-thread.js') }) })
    .compile();
  const app = module.createNestApplication({ logger: false });
  for (const door of app.get(Doors).all()) app.connectMicroservice({ strategy: new DoorServer({ door }) });
  await app.startAllMicroservices();
  await app.init();
  return { app, queues: app.get(Queues), jobs: app.get(JobsFromLog), close: () => app.close() };
}

/** Commits a change with its log rows and adds the jobs, as the event service does. */
export class Desk {
  constructor(private readonly database: Database, private readonly jobs: () => JobsFromLog | undefined) {}

  async commit<T>(eventId: string, work: (tx: Transaction) => Promise<{ result: T; tell: Entry[] }>): Promise<T> {
    const { result, due } = await this.database.transaction(async (tx) => {
      const change = await work(tx);
      return { result: change.result, due: await append(tx, eventId, change.tell) };
    });
    await this.jobs()?.addNow(due);
    return result;
  }

  async openEvent(fields: Partial<EventRow> = {}): Promise<EventRow> {
    const tx = this.database.reader;
    const { id } = await ensureOrganiser(tx, 'organiser');
    const event = await addEvent(tx, id, { recipe: 'ideathon', title: '坂のまち', theme: '', heldOn: '2026-11-24', place: '', retentionDays: 30, languages: ['ja'], capacity: 1_000, teamSize: { min: 2, max: 4 } });
    if (Object.keys(fields).length) await tx.getRepository('event').update({ id: event.id }, fields);
    return (await findEvent(tx, event.id))!;
  }

  /** Somebody joins; what they say is the script of the reading, or a real text. */
  enter(event: EventRow, says: object | string | null, fields: Record<string, unknown> = {}): Promise<ParticipantRow> {
    const introduction = says === null || typeof says === 'string' ? says : JSON.stringify(says);
    return this.commit(event.id, async (tx) => {
      const { person, tell } = await enrol(tx, event, joinInput.parse({ nickname: 'さくら', consentVersion: 1, introduction, ...fields }), null);
      return { result: person, tell };
    });
  }

  /** Rewrites an introduction. @returns its revision */
  rewrite(person: ParticipantRow, says: object | string, { shown = true } = {}): Promise<number> {
    return this.commit(person.eventId, async (tx) => {
      await lockParticipant(tx, person.eventId, person.id);
      const revision = await saveIntroduction(tx, { eventId: person.eventId, participantId: person.id, text: typeof says === 'string' ? says : JSON.stringify(says), shown });
      return { result: revision, tell: [tellMe(person.id, { name: 'extract-tags', data: { eventId: person.eventId, participantId: person.id, revision } })] };
    });
  }

  /** Changes a participant and orders their ranking. */
  change(person: ParticipantRow, fields: Partial<ParticipantRow>): Promise<void> {
    return this.commit(person.eventId, async (tx) => {
      await changeParticipant(tx, person.id, fields);
      const rank: JobOrder = { name: 'rank-candidates', data: { eventId: person.eventId, participantId: person.id } };
      return { result: undefined, tell: [tellMe(person.id, rank)] };
    });
  }

  /** Waits until every ordered job is done or has failed for good. */
  async settled(seconds = 30): Promise<void> {
    await waitFor('all jobs are done', async () => {
      const [{ open }] = await this.database.reader.query('SELECT count(*)::int AS open FROM log WHERE job IS NOT NULL AND job_done_at IS NULL AND job_error IS NULL');
      return open === 0;
    }, seconds);
  }

  async rows(stream: 'participant' | 'console' | 'outside', id: string): Promise<LogRow[]> {
    return this.database.reader.query('SELECT stream, seq::int AS seq, type, payload, at FROM log WHERE stream = $1 ORDER BY seq', [streamId(stream, id)]);
  }

  /** The last pushed payload of a type. */
  async last(stream: 'participant' | 'console' | 'outside', id: string, type: string): Promise<any> {
    return (await this.rows(stream, id)).filter((row) => row.type === type).at(-1)?.payload;
  }
}
