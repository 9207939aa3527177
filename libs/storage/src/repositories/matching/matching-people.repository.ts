import { In } from 'typeorm';
import type { Transaction } from '../../database.js';
import { grouped } from '../../grouped.js';
import { loadEncounters, type KeptEncounter } from './encounters.repository.js';
import { loadVectors } from './introduction-vectors.repository.js';
import { DataJacketEntity, IntroductionEntity, ParticipantEntity, StatementEntity } from '../../entities/index.js';

/** A participant with everything that matching may use of them. */
export interface MatchingPerson {
  person: ParticipantEntity;
  /** removed ones too: what somebody took off their badge must not come back from their text */
  statements: StatementEntity[];
  jackets: DataJacketEntity[];
  introduction: { text: string; shown: boolean } | null;
  /** of the introduction, by the event's endpoint; null without one */
  vector: Float32Array | null;
  /** what was read of their texts, or of earlier ones; null where nothing was */
  encounter: KeptEncounter | null;
}

/** Who takes part in matching (not paused, not left), with the revision that a warm index compares. */
export async function listMatchable(tx: Transaction, eventId: string): Promise<Map<string, number>> {
  const rows: { id: string; revision: number }[] = await tx.query(
    'SELECT id, matching_revision AS revision FROM participant WHERE event_id = $1 AND NOT paused AND NOT gone', [eventId]);
  return new Map(rows.map(({ id, revision }) => [id, revision]));
}

/** The given people of an event, in the order of joining; ids of others are skipped. */
export async function loadMatchingPeople(tx: Transaction, eventId: string, ids: string[]): Promise<MatchingPerson[]> {
  if (!ids.length) return [];
  const people = await tx.find(ParticipantEntity, { where: { eventId, id: In(ids) }, order: { createdAt: 'ASC', id: 'ASC' } });
  const statements = grouped(await tx.find(StatementEntity, { where: { participantId: In(ids) }, order: { score: 'DESC', id: 'ASC' } }));
  const jackets = grouped(await tx.find(DataJacketEntity, { where: { participantId: In(ids) }, order: { createdAt: 'ASC', id: 'ASC' } }));
  const introductions = new Map((await tx.findBy(IntroductionEntity, { participantId: In(ids) })).map((one) => [one.participantId, one]));
  const vectors = await loadVectors(tx, ids);
  const encounters = await loadEncounters(tx, ids);
  return people.map((person) => ({
    person, statements: statements.get(person.id) ?? [], jackets: jackets.get(person.id) ?? [], introduction: introductions.get(person.id) ?? null, vector: vectors.get(person.id) ?? null,
    encounter: encounters.get(person.id) ?? null,
  }));
}

/** Who is in the room and takes part in matching: the people that teams are made of. */
export async function loadPeopleHere(tx: Transaction, eventId: string): Promise<MatchingPerson[]> {
  const rows: { id: string }[] = await tx.query('SELECT id FROM participant WHERE event_id = $1 AND here AND NOT paused AND NOT gone', [eventId]);
  return loadMatchingPeople(tx, eventId, rows.map(({ id }) => id));
}
