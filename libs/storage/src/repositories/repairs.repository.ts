import type { Transaction } from '../database.js';
import { RepairEntity } from '../entities/index.js';

export type RepairRow = RepairEntity;

/** Starts working out moves for the published teams, in the place of an earlier attempt. */
export async function addRepair(tx: Transaction, eventId: string, price: number): Promise<RepairRow> {
  await tx.delete(RepairEntity, { eventId });
  return tx.save(RepairEntity, tx.create(RepairEntity, { eventId, status: 'computing', price, moves: [], unplaced: [], reshuffle: null, objective: null, seats: [], broken: [] }));
}

export const findRepair = (tx: Transaction, eventId: string, id: string): Promise<RepairRow | null> => tx.findOneBy(RepairEntity, { eventId, id });

/** Writes what was worked out, where nobody has asked anew meanwhile. */
export async function saveRepair(tx: Transaction, id: string, fields: Partial<Pick<RepairRow, 'status' | 'moves' | 'unplaced' | 'reshuffle' | 'objective' | 'seats' | 'broken'>>): Promise<boolean> {
  return (await tx.update(RepairEntity, { id, status: 'computing' }, fields as object)).affected === 1;
}

export async function removeRepair(tx: Transaction, eventId: string): Promise<void> {
  await tx.delete(RepairEntity, { eventId });
}
