import { Injectable, Logger } from '@nestjs/common';
import { LIMITS, orderRanking, type JobPayload } from '@tsunagu/contracts';
import type { JobHandler } from '@tsunagu/messaging';
import {
  changeParticipant, Database, findEvent, findIntroduction, findParticipant, listJackets, listStatements, listUsedWords, lockParticipant, outdateReasonsOf, proposeJacket, saveStatements, scoreDraftOf, setJacketConcepts,
  tellJackets, tellMe, tellPerson, tellStatements, tellTagged, tellTeamOf, withdrawJackets,
  type Entry, type JacketRow, type NewStatement, type Transaction, type UsedWord, type WeightedConcept,
} from '@tsunagu/storage';
import { JobCommits } from './job-commits.js';
import { heldData, type HeldData } from './tags-to-rows/held-data.js';
import { keepHandEdits, proposeJackets } from './tags-to-rows/keep-hand-edits.js';
import { namedRows, statementsOf } from './tags-to-rows/statements-of.js';
import { Knowledge } from './knowledge.js';
import { TextReader } from './threads/text-reader.js';

type Payload = JobPayload<'extract-tags'>;
/** What was read outside the transaction, of which revision, with which of the event's own words: statements of the introduction (null without one), data that it says is held, and what each jacket is about. */
interface Reading { revision: number; words: UsedWord[]; found: NewStatement[] | null; held: HeldData[]; jackets: Map<string, { of: JacketRow; concepts: WeightedConcept[] }>; dataConcepts: Map<string, WeightedConcept[]> }

/**
 * introduction ─▶ tags, needs, offers ─▶ rows, kept beside what a hand has changed ─▶ phone, console, other services
 *                                                                                └─▶ rank-candidates
 */
@Injectable()
export class ExtractTagsProcessor implements JobHandler<'extract-tags'> {
  readonly name = 'extract-tags';
  readonly #logger = new Logger(ExtractTagsProcessor.name);

  constructor(private readonly database: Database, private readonly reader: TextReader, private readonly knowledge: Knowledge, private readonly commits: JobCommits) {}

  async run(payload: Payload): Promise<void> {
    const { change, eventId, participantId } = payload;
    const reading = await this.#read(payload);
    await this.commits.commit(eventId, change, (tx) => lockParticipant(tx, eventId, participantId), async (tx) => {
      if (!reading || !await this.#isCurrent(tx, { ...payload, revision: reading.revision })) return [];
      if (!await this.#wordsStand(tx, eventId, reading.words)) throw new Error('The words of the event changed meanwhile');
      return this.#save(tx, payload, reading);
    });
  }

  /** The text could not be read: its author and the organiser learn it, and tags of an earlier text stay. */
  async giveUp(payload: Payload, code: string): Promise<void> {
    const { change, eventId, participantId } = payload;
    await this.commits.giveUp(eventId, change, code, (tx) => lockParticipant(tx, eventId, participantId), async (tx) => {
      if (!await this.#isCurrent(tx, payload)) return [];
      await changeParticipant(tx, participantId, { reading: 'unreadable' });
      return [tellMe(participantId), tellPerson(eventId, participantId)];
    });
  }

  /** A newer revision has a job of its own, and an erased person has none. */
  async #isCurrent(tx: Transaction, { eventId, participantId, revision }: Payload): Promise<boolean> {
    const current = (await findIntroduction(tx, participantId))?.revision ?? 0;
    const present = await findParticipant(tx, eventId, participantId) !== null && (revision ?? current) === current;
    if (!present) this.#logger.debug(`extract-tags of ${participantId} revision ${revision ?? 'of any number'}: no longer the present one`);
    return present;
  }

  /** Where they have changed meanwhile it is read again: whoever wrote just now has no reading of the words' own. */
  async #wordsStand(tx: Transaction, eventId: string, words: UsedWord[]): Promise<boolean> {
    return JSON.stringify(await listUsedWords(tx, eventId)) === JSON.stringify(words);
  }

  async #read(payload: Payload): Promise<Reading | undefined> {
    const tx = this.database.reader;
    if (!await this.#isCurrent(tx, payload)) return undefined;
    const introduction = await findIntroduction(tx, payload.participantId);
    const unread = (await listJackets(tx, payload.participantId)).filter((jacket) => jacket.concepts === null);
    const words = await listUsedWords(tx, payload.eventId);
    const profile = introduction?.text ? await this.reader.profileOf(introduction.text, words) : null;
    const found = profile && namedRows(statementsOf(profile), this.knowledge, profile.sounds);
    const held = heldData(found ?? [], introduction?.text ?? '');
    const concepts = await this.reader.conceptsOf([...unread.map(({ title, description }) => `${title}\n${description}`), ...held.map(({ title }) => title)]);
    return {
      revision: introduction?.revision ?? 0, words, found, held,
      jackets: new Map(unread.map((jacket, index) => [jacket.id, { of: jacket, concepts: concepts[index] }])),
      dataConcepts: new Map(held.map(({ title }, index) => [title, concepts[unread.length + index]])),
    };
  }

  async #save(tx: Transaction, { eventId, participantId }: Payload, reading: Reading): Promise<Entry[]> {
    const { revision } = reading;
    const jackets = await listJackets(tx, participantId);
    const jacketsChanged = await this.#saveJackets(tx, { eventId, participantId }, jackets, reading);
    if (reading.found) await saveStatements(tx, { eventId, participantId, revision }, keepHandEdits(await listStatements(tx, participantId), reading.found));
    await changeParticipant(tx, participantId, { reading: reading.found ? 'read' : 'none' });
    await outdateReasonsOf(tx, participantId);
    const event = (await findEvent(tx, eventId))!;
    return [
      tellStatements(participantId, revision, orderRanking(eventId, participantId)), tellMe(participantId), tellPerson(eventId, participantId),
      ...(jacketsChanged ? [tellJackets(participantId)] : []),
      ...await tellTeamOf(tx, eventId, participantId),
      ...tellTagged(event, participantId), ...await scoreDraftOf(tx, eventId, participantId),
    ];
  }

  /** @returns whether the holder sees a difference */
  async #saveJackets(tx: Transaction, owner: { eventId: string; participantId: string }, jackets: JacketRow[], { found, held, jackets: read, dataConcepts }: Reading): Promise<boolean> {
    for (const jacket of jackets) {
      const known = read.get(jacket.id);
      if (known && sameText(known.of, jacket)) await setJacketConcepts(tx, jacket.id, known.concepts);
    }
    if (!found) return false;
    const { titles, withdraw } = proposeJackets(await listStatements(tx, owner.participantId), jackets, held, LIMITS.jacketsPerPerson - jackets.length);
    await withdrawJackets(tx, withdraw);
    for (const title of titles) await proposeJacket(tx, { ...owner, title, concepts: dataConcepts.get(title) ?? [] });
    return titles.length + withdraw.length > 0;
  }
}

/** A jacket that was edited while it was read is read again by the edit's own job. */
const sameText = (a: JacketRow, b: JacketRow): boolean => a.title === b.title && a.description === b.description;
