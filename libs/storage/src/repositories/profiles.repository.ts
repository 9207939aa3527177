import { EVERYDAY_CONCEPT, LEAST_SHOWN, searchPatterns, type JacketInput, type Kind, type StatementPatch, type TagView } from '@tsunagu/contracts';
import type { Transaction } from '../database.js';
import { DataJacketEntity, IntroductionEntity, StatementEntity } from '../entities/index.js';
import { called } from '../views/named.js';
import { withheldWith } from '../withheld.js';
import { dropEncounterOf } from './matching/encounters.repository.js';
import { dropVectorOf } from './matching/introduction-vectors.repository.js';

export const findIntroduction = (tx: Transaction, participantId: string): Promise<IntroductionEntity | null> => tx.findOneBy(IntroductionEntity, { participantId });

/** Stores an introduction as the next revision. @returns the revision */
export async function saveIntroduction(tx: Transaction, fields: { eventId: string; participantId: string; text: string; shown: boolean }): Promise<number> {
  const [row] = await tx.query(
    `INSERT INTO introduction (participant_id, event_id, revision, text, shown) VALUES ($1, $2, 1, $3, $4)
     ON CONFLICT (participant_id) DO UPDATE SET revision = introduction.revision + 1, text = excluded.text, shown = excluded.shown RETURNING revision`,
    [fields.participantId, fields.eventId, fields.text, fields.shown]);
  await dropVectorOf(tx, fields.participantId);
  await dropEncounterOf(tx, fields.participantId);
  return Number(row.revision);
}

export const listStatements = (tx: Transaction, participantId: string): Promise<StatementEntity[]> =>
  tx.find(StatementEntity, { where: { participantId }, order: { createdAt: 'ASC', id: 'ASC' } });

/** SQL: others may see the statement `s` of the participant `p`. */
export const IS_SHOWN = `NOT s.removed AND NOT s.hidden AND (p.shows ->> s.kind)::boolean AND (s.by_hand OR s.score >= ${LEAST_SHOWN} OR s.concept !~ '${EVERYDAY_CONCEPT.source}')`;
/** SQL: statements of an event's people that others may see. */
const SHOWN = `statement s JOIN participant p ON p.id = s.participant_id WHERE s.event_id = $1 AND ${IS_SHOWN}`;

/** What others' tags of this label are called in English, how they sound, and what they mean: those that were read first, since these know it. */
async function meaningInUse(tx: Transaction, eventId: string, label: string): Promise<Pick<StatementEntity, 'en' | 'sound' | 'concept'>> {
  const [known] = await tx.query(`SELECT s.en, s.sound, s.concept FROM ${SHOWN} AND s.label = $2 ORDER BY s.en IS NULL, s.found_as IS NULL, s.concept LIMIT 1`, [eventId, label]);
  return known ?? { en: null, sound: null, concept: label };
}

/** A tag made by hand. Chosen among those in use, it is called as they are and counts as one with them. */
export async function addStatement(tx: Transaction, fields: { eventId: string; participantId: string; label: string; kind: Kind }): Promise<StatementEntity> {
  return tx.save(StatementEntity, tx.create(StatementEntity, {
    ...fields, ...await meaningInUse(tx, fields.eventId, fields.label), revision: 0, role: null, score: 1, evidence: [], rule: 'by hand', foundAs: null, byHand: true, hidden: false, removed: false,
  }));
}

/** Needs and offers follow the tags that were read from the same words out of sight, and back. Call it after tags have changed. */
export async function withholdWithTags(tx: Transaction, participantId: string): Promise<void> {
  for (const { id, hidden } of withheldWith(await listStatements(tx, participantId))) await tx.update(StatementEntity, { id }, { hidden });
}

/** A hand edit of a statement. It marks the row as made by hand, so that the next reading leaves it alone. @returns false where there is none */
export async function changeStatement(tx: Transaction, participantId: string, id: string, patch: StatementPatch): Promise<boolean> {
  const { affected } = await tx.update(StatementEntity, { id, participantId }, { ...patch, byHand: true });
  await withholdWithTags(tx, participantId);
  return affected === 1;
}

/** Hands one participant's tags made by hand to another, but for those that this one has already, or has taken off. */
export async function moveHandTags(tx: Transaction, fromId: string, toId: string): Promise<void> {
  await tx.query(
    `UPDATE statement s SET participant_id = $2 WHERE s.participant_id = $1 AND s.by_hand AND s.found_as IS NULL AND NOT s.removed
     AND NOT EXISTS (SELECT 1 FROM statement o WHERE o.participant_id = $2 AND o.kind = s.kind AND lower(o.label) = lower(s.label))`, [fromId, toId]);
}

export const countJackets = (tx: Transaction, participantId: string): Promise<number> => tx.countBy(DataJacketEntity, { participantId });
export const listJackets = (tx: Transaction, participantId: string): Promise<DataJacketEntity[]> =>
  tx.find(DataJacketEntity, { where: { participantId }, order: { createdAt: 'ASC', id: 'ASC' } });

export async function addJacket(tx: Transaction, fields: JacketInput & { eventId: string; participantId: string }): Promise<DataJacketEntity> {
  return tx.save(DataJacketEntity, tx.create(DataJacketEntity, { ...fields, proposed: false, concepts: null }));
}

/** Changes (and thereby confirms) a jacket. @returns false where there is none */
export async function changeJacket(tx: Transaction, participantId: string, id: string, fields: JacketInput): Promise<boolean> {
  return (await tx.update(DataJacketEntity, { id, participantId }, { ...fields, proposed: false, concepts: null })).affected === 1;
}

/** A jacket of one person becomes another's, after those they have, and as it is: a theme that was made of it stays one. */
export async function moveJacket(tx: Transaction, id: string, toId: string): Promise<void> {
  await tx.update(DataJacketEntity, { id }, { participantId: toId, createdAt: () => 'now()' });
}

export async function removeJacket(tx: Transaction, participantId: string, id: string): Promise<boolean> {
  return (await tx.delete(DataJacketEntity, { id, participantId })).affected === 1;
}

/** Tags in use at the event that begin like the given text, as they are written or sound or in English, most used first. */
export async function suggestTags(tx: Transaction, eventId: string, text: string, limit: number): Promise<(TagView & { count: number })[]> {
  const found: (Omit<TagView, 'en'> & { en: string | null; count: number })[] = await tx.query(
    `SELECT min(s.label) AS label, (array_agg(s.en ORDER BY s.label, s.en))[1] AS en, min(s.kind) AS kind, s.concept, count(DISTINCT s.participant_id)::int AS count
     FROM ${SHOWN} AND (lower(normalize(s.label, NFKC)) ~ $2 OR lower(s.en) ~ $2 OR lower(s.sound) ~ $2)
     GROUP BY s.concept ORDER BY count DESC, label LIMIT $3`, [eventId, `^${searchPatterns(text).join('\\s+')}`, limit]);
  return found.map(called);
}
