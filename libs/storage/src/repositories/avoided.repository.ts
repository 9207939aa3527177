import { In, type EntityManager } from 'typeorm';
import type { Transaction } from '../database.js';
import { AvoidedEntity } from '../entities/index.js';

export async function addAvoided(tx: Transaction, eventId: string, byId: string, whoId: string): Promise<void> {
  await tx.query('INSERT INTO avoided (by_id, who_id, event_id) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING', [byId, whoId, eventId]);
}

/** @returns whether there was anything to take back */
export const removeAvoided = async (tx: Transaction, byId: string, whoId: string): Promise<boolean> => (await tx.delete(AvoidedEntity, { byId, whoId })).affected === 1;

/** Pairs of an event's people of whom one does not want to meet the other. */
export const listAvoided = (tx: EntityManager, eventId: string): Promise<{ people: string[] }[]> =>
  tx.query('SELECT DISTINCT ARRAY[least(by_id, who_id), greatest(by_id, who_id)] AS people FROM avoided WHERE event_id = $1 ORDER BY 1', [eventId]);

/** SQL: the two people are not kept apart. */
export const notApart = (me: string, other: string): string =>
  `NOT EXISTS (SELECT 1 FROM avoided WHERE (by_id = ${me} AND who_id = ${other}) OR (by_id = ${other} AND who_id = ${me}))`;

/** Is there somebody whom any of these people must not meet, whoever of the two said it? What all may know of these people is then not the same for everybody. */
export const areApartFromAnybody = (tx: EntityManager, ids: string[]): Promise<boolean> => tx.existsBy(AvoidedEntity, [{ byId: In(ids) }, { whoId: In(ids) }]);

/** Does either of the two not want to meet the other? */
export const areApart = (tx: Transaction, a: string, b: string): Promise<boolean> =>
  tx.existsBy(AvoidedEntity, [{ byId: a, whoId: b }, { byId: b, whoId: a }]);
