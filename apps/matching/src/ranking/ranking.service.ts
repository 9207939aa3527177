import { Injectable } from '@nestjs/common';
import { streamId } from '@tsunagu/contracts';
import { JobsFromLog } from '@tsunagu/messaging';
import {
  append, Database, entry, findEvent, listAcquainted, listHellos, listMatchable, listUsedWords, listWithPhone, loadMatchingPeople, lockRanking, nextRankingNumber, readLists, readRankingNumber, takeJob, tellCandidatesOutside,
  toCandidateView, writeLists,
  type CandidateLine, type Change, type DueJob, type Entry, type EventRow, type Transaction,
} from '@tsunagu/storage';
import { Encounters } from '../encounters/encounters.service.js';
import { Knowledge } from '../knowledge.js';
import { TextReader } from '../threads/text-reader.js';
import { apartPairs } from './apart-pairs.js';
import { WarmEvent } from './warm-event.js';

/** What people and themes are read with. */
export interface ReadingMeans { reader: TextReader; knowledge: Knowledge; encounters: Encounters }
interface Request { participantId: string; change: Change }
interface Batch { requests: Request[]; done: Promise<void> }
const WARM_EVENTS = 20;

/**
 * Ranks candidates, for all people of an event who wait at the same time in one go: one lock, one look at who has changed,
 * one commit. While one go is under way the next people gather.
 */
@Injectable()
export class RankingService {
  readonly #warm = new Map<string, WarmEvent>();
  /** By event: the batch that still takes requests, and the end of the one before it. */
  readonly #gathering = new Map<string, Batch>();
  readonly #running = new Map<string, Promise<void>>();

  constructor(private readonly database: Database, private readonly jobs: JobsFromLog, private readonly means: ReadingMeans, private readonly attentionShare: number) {}

  /** Resolves when the person's list, and those of others whom it changes, are committed. */
  rank(eventId: string, request: Request): Promise<void> {
    const gathering = this.#gathering.get(eventId);
    if (gathering) {
      gathering.requests.push(request);
      return gathering.done;
    }
    const requests = [request];
    const done = (this.#running.get(eventId) ?? Promise.resolve()).catch(() => undefined).then(() => this.#runBatch(eventId, requests));
    this.#gathering.set(eventId, { requests, done });
    return done;
  }

  async #runBatch(eventId: string, requests: Request[]): Promise<void> {
    this.#gathering.delete(eventId);
    const run = this.#rankAll(eventId, requests);
    this.#running.set(eventId, run);
    try {
      await run;
    } finally {
      if (this.#running.get(eventId) === run) this.#running.delete(eventId);
    }
  }

  async #rankAll(eventId: string, requests: Request[]): Promise<void> {
    await this.means.encounters.prepare(eventId, requests.map((request) => request.participantId));
    const warm = await this.#warmEvent(eventId);
    try {
      const outcome = await this.database.transaction((tx) => this.#rankIn(tx, eventId, warm, requests));
      if (outcome.number !== null) warm.written(outcome.number, outcome.lists);
      await this.jobs.addNow(outcome.due);
    } catch (error) {
      this.#warm.delete(eventId);
      throw error;
    }
  }

  async #rankIn(tx: Transaction, eventId: string, warm: WarmEvent, requests: Request[]): Promise<{ due: DueJob[]; lists: Map<string, CandidateLine[]>; number: number | null }> {
    await lockRanking(tx, eventId);
    await tx.query('SELECT 1 FROM participant WHERE id = ANY($1) ORDER BY id FOR KEY SHARE', [requests.map((request) => request.participantId)]);
    const asked: string[] = [];
    for (const { participantId, change } of requests) if (await takeJob(tx, change)) asked.push(participantId);
    const event = asked.length ? await findEvent(tx, eventId) : null;
    const lists = event ? await this.#lists(tx, event, warm, asked) : new Map<string, CandidateLine[]>();
    if (!lists.size) return { due: [], lists, number: null };
    await writeLists(tx, eventId, lists, (owner) => warm.linesOf(owner));
    const number = await nextRankingNumber(tx, eventId);
    const withPhone = await listWithPhone(tx, [...new Set([...lists.values()].flat().map(({ otherId }) => otherId))]);
    const tell = [...lists].flatMap(([owner, lines]) => [tellList(owner, lines, withPhone), ...(isSameOutside(lines, warm.linesOf(owner)) ? [] : tellCandidatesOutside(event!, owner, lines))]);
    return { due: await append(tx, eventId, tell), lists, number };
  }

  async #lists(tx: Transaction, event: EventRow, warm: WarmEvent, asked: string[]): Promise<Map<string, CandidateLine[]>> {
    const matchable = await listMatchable(tx, event.id);
    const changed = await warm.update(matchable, await this.means.encounters.of(await loadMatchingPeople(tx, event.id, warm.outdated(matchable))));
    const number = await readRankingNumber(tx, event.id);
    if (!warm.knowsLists(number)) warm.takeLists(number, await readLists(tx, event.id));
    const present = await this.#presentOf(tx, asked);
    const lists = await warm.changedLists(asked, changed, { apart: apartPairs(event.rules, await listAcquainted(tx, event.id)), hellos: await listHellos(tx, event.id) });
    return new Map([...lists].filter(([owner]) => matchable.has(owner) || present.has(owner)));
  }

  /** Which of the asked people still exist: an erased one has no list. */
  async #presentOf(tx: Transaction, ids: string[]): Promise<Set<string>> {
    const rows: { id: string }[] = await tx.query('SELECT id FROM participant WHERE id = ANY($1)', [ids]);
    return new Set(rows.map(({ id }) => id));
  }

  /** The event's warm people; built anew where the theme or the event's own words have changed. The least recently used events are forgotten. */
  async #warmEvent(eventId: string): Promise<WarmEvent> {
    const event = await findEvent(this.database.reader, eventId);
    const themeText = event ? [event.title, event.theme].filter(Boolean).join('\n') : '';
    const words = await listUsedWords(this.database.reader, eventId);
    const builtFor = JSON.stringify([themeText, words]);
    const known = this.#warm.get(eventId);
    const warm = known?.builtFor === builtFor ? known : new WarmEvent(this.means.knowledge.withWords(words), builtFor, themeText ? (await this.means.reader.conceptsOf([themeText]))[0] : [], this.attentionShare);
    this.#warm.delete(eventId);
    this.#warm.set(eventId, warm);
    for (const oldest of this.#warm.keys()) {
      if (this.#warm.size <= WARM_EVENTS) break;
      this.#warm.delete(oldest);
    }
    return warm;
  }
}

/** Whether other services, who get no cards and no reasons, would be told the same again. */
const isSameOutside = (now: readonly CandidateLine[], before: readonly CandidateLine[]): boolean =>
  now.length === before.length && now.every(({ otherId, score }, at) => otherId === before[at].otherId && score === before[at].score);

const tellList = (owner: string, lines: CandidateLine[], withPhone: ReadonlySet<string>): Entry => entry({
  stream: streamId('participant', owner), type: 'candidates.changed', about: [owner],
  payload: () => ({ candidates: lines.map((line) => toCandidateView(line, withPhone)) }),
});
