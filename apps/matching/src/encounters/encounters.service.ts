import { createHash } from 'node:crypto';
import { Injectable, Logger } from '@nestjs/common';
import { describeError } from '@tsunagu/messaging';
import { packEncounter, type PersonEncounter } from '@tsunagu/nlp';
import { Database, loadMatchingPeople, saveEncounters, type KeptEncounter, type MatchingPerson } from '@tsunagu/storage';
import { Knowledge } from '../knowledge.js';
import { textsOf } from '../rows-to-people/texts-of.js';
import { TextReader } from '../threads/text-reader.js';

/** A participant with what their texts lack and give. */
export type ReadPerson = MatchingPerson & { read: PersonEncounter };

/**
 * What people's texts lack and give. Reading takes a few hundredths of a second a person, so it is done once, in a thread, and
 * kept with the person; what is not kept, or is of other texts or of an earlier version of what reads them, is read again.
 */
@Injectable()
export class Encounters {
  readonly #logger = new Logger(Encounters.name);

  constructor(private readonly database: Database, private readonly reader: TextReader, private readonly knowledge: Knowledge) {}

  /** Reads and keeps what is not kept yet of these people, so that nothing waits for it in a transaction. */
  async prepare(eventId: string, ids: string[]): Promise<void> {
    await this.#keep(await this.#read(await loadMatchingPeople(this.database.reader, eventId, ids)));
  }

  /** The same people, read. What was not kept yet is from now on: in a transaction of its own, for which nobody waits, as the caller may be in one that holds locks. */
  async of(rows: readonly MatchingPerson[]): Promise<ReadPerson[]> {
    const read = await this.#read(rows);
    this.#keep(read).catch((error: unknown) => this.#logger.warn(`what was read is not kept: ${describeError(error)}`));
    return rows.map((row) => ({ ...row, read: read.get(row) ?? this.#kept(row)! }));
  }

  /** Those of them who are not kept. */
  async #read(rows: readonly MatchingPerson[]): Promise<Map<MatchingPerson, PersonEncounter>> {
    const unread = rows.filter((row) => this.#kept(row) === undefined);
    const read = unread.length ? await this.reader.encountersOf(unread.map(textsOf)) : [];
    return new Map(unread.map((row, at) => [row, read[at]]));
  }

  async #keep(read: ReadonlyMap<MatchingPerson, PersonEncounter>): Promise<void> {
    if (!read.size) return;
    const kept = new Map([...read].map(([row, one]): [string, KeptEncounter] => [row.person.id, { texts: this.#fingerprint(row), numbers: packEncounter(one) }]));
    await this.database.transaction((tx) => saveEncounters(tx, kept));
  }

  #kept(row: MatchingPerson): PersonEncounter | undefined {
    if (row.encounter?.texts !== this.#fingerprint(row)) return undefined;
    return this.knowledge.unpack(row.encounter.numbers, row.introduction?.text ?? '');
  }

  /** Of the texts, and of what reads them. */
  #fingerprint(row: MatchingPerson): string {
    return createHash('sha256').update(this.knowledge.model).update(JSON.stringify(textsOf(row))).digest('base64url');
  }
}
