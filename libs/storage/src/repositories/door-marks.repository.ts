import type { Transaction } from '../database.js';

/** Number of the mark that lies on the queues of a service; null where none has been put there yet. */
export async function findDoorMark(tx: Transaction, service: string): Promise<number | null> {
  const [row] = await tx.query('SELECT number FROM door_mark WHERE service = $1', [service]);
  return row?.number ?? null;
}

export async function saveDoorMark(tx: Transaction, service: string, number: number): Promise<void> {
  await tx.query('INSERT INTO door_mark (service, number) VALUES ($1, $2) ON CONFLICT (service) DO UPDATE SET number = $2', [service, number]);
}
