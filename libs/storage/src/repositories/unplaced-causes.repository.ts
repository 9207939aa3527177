import type { Sentence } from '@tsunagu/contracts';
import { In } from 'typeorm';
import type { Transaction } from '../database.js';
import { UnplacedEntity } from '../entities/index.js';

/** Says anew why these people have no seat, as far as they still have none; what they wait for stays as it is. */
export async function renewCauses(tx: Transaction, eventId: string, participantIds: readonly string[], cause: Sentence): Promise<void> {
  await tx.update(UnplacedEntity, { eventId, participantId: In(participantIds) }, { cause });
}
