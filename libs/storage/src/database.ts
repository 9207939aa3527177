import { DataSource, QueryRunnerAlreadyReleasedError, QueryRunnerProviderAlreadyReleasedError, type DataSourceOptions, type EntityManager } from 'typeorm';
import { CalmClient } from './calm-client.js';
import * as entities from './entities/index.js';
import { busyWhereLocked, lockTimeout, migrateAlone } from './migrating.js';
import { First1764000000000 } from './migrations/1764000000000-first.js';
import { MatchRequests1764100000000 } from './migrations/1764100000000-match-requests.js';
import { MeetingAndAfter1764110000000 } from './migrations/1764110000000-meeting-and-after.js';
import { ServicesOfEvent1764200000000 } from './migrations/1764200000000-services-of-event.js';
import { TeamFlow1764210000000 } from './migrations/1764210000000-team-flow.js';
import { KeysAndWebhooks1764220000000 } from './migrations/1764220000000-keys-and-webhooks.js';
import { EventWords1764300000000 } from './migrations/1764300000000-event-words.js';
import { OutsideTeam1764310000000 } from './migrations/1764310000000-outside-team.js';
import { TeamsAt1764400000000 } from './migrations/1764400000000-teams-at.js';
import { EarlierSelf1764410000000 } from './migrations/1764410000000-earlier-self.js';
import { WallAffiliations1764420000000 } from './migrations/1764420000000-wall-affiliations.js';
import { ThreeLanguages1764500000000 } from './migrations/1764500000000-three-languages.js';
import { IntroductionVectors1764510000000 } from './migrations/1764510000000-introduction-vectors.js';
import { LeavingWithdrawn1764600000000 } from './migrations/1764600000000-leaving-withdrawn.js';
import { Encounters1764700000000 } from './migrations/1764700000000-encounters.js';
import { EnglishNames1764800000000 } from './migrations/1764800000000-english-names.js';
import { DeclinedSeats1764900000000 } from './migrations/1764900000000-declined-seats.js';
import { Turns1765000000000 } from './migrations/1765000000000-turns.js';
import { PersonReports1765100000000 } from './migrations/1765100000000-person-reports.js';
import { ErasedEvents1765200000000 } from './migrations/1765200000000-erased-events.js';
import { InvitedBy1765310000000 } from './migrations/1765310000000-invited-by.js';
import { HellosSaid1765320000000 } from './migrations/1765320000000-hellos-said.js';
import { RulesBrokenNow1765340000000 } from './migrations/1765340000000-rules-broken-now.js';
import { EndedFoundedTeams1765350000000 } from './migrations/1765350000000-ended-founded-teams.js';
import { ContactSharedIn1765360000000 } from './migrations/1765360000000-contact-shared-in.js';
import { CalledBy1765370000000 } from './migrations/1765370000000-called-by.js';
import { ReferencesIndexed1765370010000 } from './migrations/1765370010000-references-indexed.js';
import { IdsInLog1765370030000 } from './migrations/1765370030000-ids-in-log.js';
import { ForgetWhy1765370031000 } from './migrations/1765370031000-forget-why.js';
import { OutdatedReasons1765380000000 } from './migrations/1765380000000-outdated-reasons.js';
import { AskedAgain1765390500000 } from './migrations/1765390500000-asked-again.js';
import { Sounds1765390000000 } from './migrations/1765390000000-sounds.js';
import { Channels1765391000000 } from './migrations/1765391000000-channels.js';
import { TurnsOfOpenness1765330000000 } from './migrations/1765330000000-turns-of-openness.js';

/** Patient: a process that reads its dictionary on a busy machine is slow to answer its own connections. */
const CONNECT_MS = 15_000;

/** Options of the one connection pool of a process. Never synchronises: tables change by migrations only. */
function databaseOptions(url: string, pool: number): DataSourceOptions {
  return {
    type: 'postgres',
    url,
    entities: Object.values(entities).filter((value) => typeof value === 'function'),
    migrations: [First1764000000000, MatchRequests1764100000000, MeetingAndAfter1764110000000, ServicesOfEvent1764200000000, TeamFlow1764210000000, KeysAndWebhooks1764220000000, EventWords1764300000000, OutsideTeam1764310000000, TeamsAt1764400000000, EarlierSelf1764410000000, WallAffiliations1764420000000, ThreeLanguages1764500000000, IntroductionVectors1764510000000, LeavingWithdrawn1764600000000, Encounters1764700000000, EnglishNames1764800000000, DeclinedSeats1764900000000, Turns1765000000000, PersonReports1765100000000, ErasedEvents1765200000000, InvitedBy1765310000000, HellosSaid1765320000000, TurnsOfOpenness1765330000000, RulesBrokenNow1765340000000, EndedFoundedTeams1765350000000, ContactSharedIn1765360000000, CalledBy1765370000000, ReferencesIndexed1765370010000, IdsInLog1765370030000, ForgetWhy1765370031000, OutdatedReasons1765380000000, AskedAgain1765390500000, Sounds1765390000000, Channels1765391000000],
    synchronize: false,
    extra: { Client: CalmClient, max: pool, connectionTimeoutMillis: CONNECT_MS, keepAlive: true },
  };
}

/**
 * Brings the tables up to date. Several starters may call it at once: one of them works, the others wait. A table that somebody else
 * holds is not waited for without end either: whoever comes after would wait behind it. @throws MigrationBusy
 */
export async function migrate(url: string, waitMs?: number): Promise<string[]> {
  const database = await new DataSource(databaseOptions(url, 1)).initialize();
  try {
    return await migrateAlone(url, async () => {
      await database.query(lockTimeout(waitMs)); // of the one connection that the migrations run on
      return (await database.runMigrations({ transaction: 'all' }).catch(busyWhereLocked)).map((migration) => migration.name);
    }, waitMs);
  } finally {
    await database.destroy();
  }
}

/** Migrations that the tables have not had yet. */
export async function pendingMigrations(database: Database): Promise<string[]> {
  const known = (databaseOptions('', 1).migrations as { name: string }[]).map(({ name }) => name);
  const [{ table }] = await database.reader.query("SELECT to_regclass('migrations') AS table");
  if (!table) return known;
  const done = new Set((await database.reader.query('SELECT name FROM migrations')).map((row: { name: string }) => row.name));
  return known.filter((name) => !done.has(name));
}

const RETRIED = new Set(['40P01', '40001']);

/** The SQLSTATE of a failed query, or undefined where the error is not the database's. */
export const sqlState = (error: unknown): string | undefined => (error as { driverError?: { code?: string } }).driverError?.code;

/** The server ended this connection or the line broke; a new connection may find it back. */
function connectionLost(error: unknown): boolean {
  if (error instanceof QueryRunnerProviderAlreadyReleasedError || error instanceof QueryRunnerAlreadyReleasedError) return true;
  const state = sqlState(error) ?? '';
  return state === '57P01' || state === '57P02' || state.startsWith('08') || /^Connection terminated|has encountered a connection error/.test((error as Error).message);
}

/** One transaction, or the plain connection for reading: what every repository function takes first. */
export type Transaction = EntityManager;

/** The connection pool of a process. */
export class Database {
  constructor(readonly source: DataSource) {}

  /** For single reads outside a transaction. */
  get reader(): Transaction {
    return this.source.manager;
  }

  /**
   * Runs one transaction. A deadlock or serialisation failure is tried again, up to three times, and so is one whose
   * connection was lost before its commit was asked for; afterwards nobody knows whether it was committed.
   */
  async transaction<T>(work: (transaction: Transaction) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      let commits = false;
      try {
        return await this.source.transaction(async (transaction) => {
          const result = await work(transaction);
          commits = true;
          return result;
        });
      } catch (error) {
        const passes = RETRIED.has(sqlState(error) ?? '') || (!commits && connectionLost(error));
        if (attempt >= 3 || !passes) throw error;
      }
    }
  }

  /** Several reads that all see the same moment. */
  snapshot<T>(work: (transaction: Transaction) => Promise<T>): Promise<T> {
    return this.source.transaction('REPEATABLE READ', work);
  }

  /** @throws where the database does not answer */
  async ping(): Promise<void> {
    await this.source.query('SELECT 1');
  }

  async onApplicationShutdown(): Promise<void> {
    if (this.source.isInitialized) await this.source.destroy();
  }
}

/** Connects. @throws the driver's error where the server cannot be reached */
export const openDatabase = async (url: string, pool: number): Promise<Database> => new Database(await new DataSource(databaseOptions(url, pool)).initialize());
