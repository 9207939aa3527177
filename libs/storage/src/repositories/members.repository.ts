import type { MemberRole, MemberView } from '@tsunagu/contracts';
import type { Transaction } from '../database.js';
import { EventOrganiserEntity } from '../entities/index.js';
import { NEEDS_LINK, takeFromOtherInviter } from './organisers.repository.js';

/** Who works on an event, in the order of what they may do. */
export async function listMembers(tx: Transaction, eventId: string): Promise<MemberView[]> {
  return tx.query(
    `SELECT o.id AS "organiserId", o.login, e.role, ${NEEDS_LINK} AS waits
     FROM event_organiser e JOIN organiser o ON o.id = e.organiser_id
     WHERE e.event_id = $1 ORDER BY array_position(ARRAY['owner', 'organiser', 'facilitator', 'viewer'], e.role), o.login`, [eventId]);
}

/** Lets somebody work on an event, or gives them another role. The owner of another event who has made their account has no link to it any longer. */
export async function setMember(tx: Transaction, eventId: string, organiserId: string, role: MemberRole): Promise<void> {
  await takeFromOtherInviter(tx, organiserId, eventId);
  await tx.upsert(EventOrganiserEntity, { eventId, organiserId, role }, ['eventId', 'organiserId']);
}

export async function removeMember(tx: Transaction, eventId: string, organiserId: string): Promise<void> {
  await tx.delete(EventOrganiserEntity, { eventId, organiserId });
}
