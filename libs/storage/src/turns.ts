import type { EntityManager } from 'typeorm';

// Rows and not PostgreSQL's advisory locks, whose keys every role of the database may take, also that of a service with a door.
const ROW = 'SELECT 1 FROM turn WHERE number = hashtext($1) & 1023 FOR NO KEY UPDATE';

/**
 * Waits until nobody else, in any process, has the turn of this name, and has it until the transaction ends. A few names share
 * one turn: take one at most in a transaction, or two of them could wait for each other.
 */
export async function takeTurn(manager: EntityManager, name: string): Promise<void> {
  await manager.query(ROW, [name]);
}

/** The same without waiting. @returns false where somebody else has the turn */
export async function tryTurn(manager: EntityManager, name: string): Promise<boolean> {
  return (await manager.query(`${ROW} SKIP LOCKED`, [name])).length > 0;
}
