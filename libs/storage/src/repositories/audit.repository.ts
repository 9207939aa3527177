import type { Transaction } from '../database.js';
import { AuditEntity } from '../entities/index.js';

/** Records who did what. @returns the record's id, which serves as a proof */
export async function audit(tx: Transaction, fields: { eventId: string | null; actor: string; action: string; subject?: string; detail?: Record<string, unknown> }): Promise<{ id: string; at: Date }> {
  const row = await tx.save(AuditEntity, tx.create(AuditEntity, { subject: '', detail: {}, ...fields }));
  return { id: row.id, at: row.at };
}

export const listAudit = (tx: Transaction, eventId: string, limit: number): Promise<AuditEntity[]> =>
  tx.find(AuditEntity, { where: { eventId }, order: { at: 'DESC', id: 'ASC' }, take: limit });
