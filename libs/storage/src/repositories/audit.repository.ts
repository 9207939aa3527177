import type { Transaction } from '../database.js';
import { AuditEntity } from '../entities/index.js';

/** Records who did what. @returns the record's id, which serves as a proof */
export async function audit(tx: Transaction, fields: { eventId: string | null; actor: string; action: string; subject?: string; detail?: Record<string, unknown> }): Promise<{ id: string; at: Date }> {
  const row = await tx.save(AuditEntity, tx.create(AuditEntity, { subject: '', detail: {}, ...fields }));
  return { id: row.id, at: row.at };
}

/** The latest record of an action; null where there is none. */
export const findRecord = (tx: Transaction, eventId: string, action: string): Promise<AuditEntity | null> => tx.findOne(AuditEntity, { where: { eventId, action }, order: { at: 'DESC' } });

/** Whether an event has a record of this action about this subject. */
export const hasRecordOf = (tx: Transaction, eventId: string, action: string, subject: string): Promise<boolean> => tx.existsBy(AuditEntity, { eventId, action, subject });

/**
 * The audit no longer says why a step was taken with a person, which organisers write in words of their own; of a whole event
 * nothing of that, nor which words it had added.
 */
export async function forgetWhy(tx: Transaction, eventId: string, participantId: string | null = null): Promise<void> {
  await tx.query("UPDATE audit SET detail = CASE WHEN $2::text IS NULL THEN detail - 'words' ELSE detail END - 'why' WHERE event_id = $1 AND ($2::text IS NULL OR subject = $2 OR detail ->> 'with' = $2)", [eventId, participantId]);
}

/** An event's records, latest first, after the one with the id of `cursor`; those of the actions in `without` are left out. */
export async function listAudit(tx: Transaction, eventId: string, { limit, cursor, without = [] }: { limit: number; cursor?: string; without?: readonly string[] }): Promise<AuditEntity[]> {
  const query = tx.createQueryBuilder(AuditEntity, 'a').where('a.event_id = :eventId', { eventId }).orderBy('a.at', 'DESC').addOrderBy('a.id', 'DESC').limit(limit);
  if (without.length) query.andWhere('a.action <> ALL(:without)', { without });
  if (cursor) query.andWhere('(a.at, a.id) < (SELECT at, id FROM audit WHERE id = :cursor)', { cursor });
  return query.getMany();
}
