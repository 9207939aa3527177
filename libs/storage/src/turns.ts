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

// Rows of their own: who holds an event open may take a turn besides, always after it.
const OPENNESS = 'SELECT 1 FROM turn WHERE number = 1024 + (hashtext($1) & 1023)';

/** Goes on side by side with others that hold what has this name, and waits for nobody but who ends it, until the transaction ends. */
export async function holdTogether(manager: EntityManager, name: string): Promise<void> {
  await manager.query(`${OPENNESS} FOR SHARE`, [name]);
}

/** Waits for those that hold what has this name, and lets nobody begin until the transaction ends. Before any other row is locked, and once in a transaction. */
export async function holdAlone(manager: EntityManager, name: string): Promise<void> {
  await manager.query(`${OPENNESS} FOR UPDATE`, [name]);
}
