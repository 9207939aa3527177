import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { packEncounter, type PersonEncounter } from '@tsunagu/nlp';
import { Database, loadMatchingPeople, saveEncounters, type KeptEncounter, type MatchingPerson } from '@tsunagu/storage';
import { Knowledge } from '../knowledge.js';
import { textsOf } from '../rows-to-people/texts-of.js';
import { TextReader } from '../threads/text-reader.js';

/** A participant with what their texts lack and give. */
export type ReadPerson = MatchingPerson & { read: PersonEncounter };

/**
 * What people's texts lack and give. Reading takes a few hundredths of a second a person, so it is done once, in a thread, and
 * kept with the person; what is not kept, or is of other texts, is read again and is the same.
 */
@Injectable()
export class Encounters {
  constructor(private readonly database: Database, private readonly reader: TextReader, private readonly knowledge: Knowledge) {}

  /** Reads and keeps what is not kept yet of these people, so that nothing waits for it in a transaction. */
  async prepare(eventId: string, ids: string[]): Promise<void> {
    const unread = (await loadMatchingPeople(this.database.reader, eventId, ids)).filter((row) => this.#kept(row) === undefined);
    if (!unread.length) return;
    const read = await this.#read(unread);
    const kept = new Map(unread.map((row, at): [string, KeptEncounter] => [row.person.id, { texts: this.#fingerprint(row), numbers: packEncounter(read[at]) }]));
    await this.database.transaction((tx) => saveEncounters(tx, kept));
  }

  /** The same people, read. */
  async of(rows: readonly MatchingPerson[]): Promise<ReadPerson[]> {
    const unread = rows.filter((row) => this.#kept(row) === undefined);
    const read = new Map((await this.#read(unread)).map((one, at) => [unread[at], one]));
    return rows.map((row) => ({ ...row, read: read.get(row) ?? this.#kept(row)! }));
  }

  #read(rows: MatchingPerson[]): Promise<PersonEncounter[]> {
    return rows.length ? this.reader.encountersOf(rows.map(textsOf)) : Promise.resolve([]);
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
