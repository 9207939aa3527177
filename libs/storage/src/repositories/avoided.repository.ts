import type { Transaction } from '../database.js';
import { AvoidedEntity } from '../entities/index.js';

export async function addAvoided(tx: Transaction, eventId: string, byId: string, whoId: string): Promise<void> {
  await tx.query('INSERT INTO avoided (by_id, who_id, event_id) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING', [byId, whoId, eventId]);
}

export async function removeAvoided(tx: Transaction, byId: string, whoId: string): Promise<void> {
  await tx.delete(AvoidedEntity, { byId, whoId });
}

/** Does either of the two not want to meet the other? */
export const areApart = (tx: Transaction, a: string, b: string): Promise<boolean> =>
  tx.existsBy(AvoidedEntity, [{ byId: a, whoId: b }, { byId: b, whoId: a }]);
