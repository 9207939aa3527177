import { IsNull, type EntityManager } from 'typeorm';
import type { PersonReportView } from '@tsunagu/contracts';
import type { Transaction } from '../database.js';
import { PersonReportEntity } from '../entities/index.js';

/** What the audit says of reports of people. It names two of them, so that only those read it who may see to reports. */
export const PERSON_REPORT_ACTIONS = ['person.reported', 'person.report_settled', 'person.report_reopened'] as const;

/** Keeps that somebody asks for help about somebody: one report a pair, which opens anew where it was settled. @returns false where it stands open already */
export async function addPersonReport(tx: Transaction, eventId: string, byId: string, aboutId: string): Promise<boolean> {
  const rows: unknown[] = await tx.query(
    `INSERT INTO person_report (event_id, by_id, about_id) VALUES ($1, $2, $3)
     ON CONFLICT (by_id, about_id) DO UPDATE SET at = now(), settled_at = NULL WHERE person_report.settled_at IS NOT NULL RETURNING id`, [eventId, byId, aboutId]);
  return rows.length > 0;
}

/** A report, locked; null where the event has none of this id. */
export const lockPersonReport = (tx: Transaction, eventId: string, id: string): Promise<PersonReportEntity | null> =>
  tx.findOne(PersonReportEntity, { where: { id, eventId }, lock: { mode: 'pessimistic_write' } });

export async function setPersonReportSettled(tx: Transaction, id: string, settled: boolean): Promise<void> {
  await tx.update(PersonReportEntity, { id }, { settledAt: settled ? () => 'now()' : null });
}

/** Reports that nobody has seen to yet, who has waited longest first. */
export async function readPersonReports(manager: EntityManager, eventId: string): Promise<PersonReportView[]> {
  const rows = await manager.find(PersonReportEntity, { where: { eventId, settledAt: IsNull() }, order: { at: 'ASC', id: 'ASC' } });
  return rows.map(({ id, byId, aboutId, at }) => ({ id, by: { participantId: byId }, about: { participantId: aboutId }, at: at.toISOString() }));
}

/** What somebody has told the organisers about others, as they may read it themselves. */
export const listPersonReportsBy = (manager: EntityManager, byId: string): Promise<{ nickname: string; at: Date; settledAt: Date | null }[]> =>
  manager.query('SELECT p.nickname, r.at, r.settled_at AS "settledAt" FROM person_report r JOIN participant p ON p.id = r.about_id WHERE r.by_id = $1 ORDER BY r.at, r.id', [byId]);

/** Reports by and about one person become another's; of two of the same the one that is open, or has waited longer, says since when. @returns whether there were any */
export async function movePersonReports(tx: Transaction, fromId: string, toId: string): Promise<boolean> {
  const move = async (mine: string, other: string): Promise<number> => {
    const [, opened]: [unknown, number] = await tx.query(
      `UPDATE person_report kept SET settled_at = NULL, at = CASE WHEN kept.settled_at IS NULL THEN least(kept.at, r.at) ELSE r.at END FROM person_report r
       WHERE kept.${mine} = $2 AND r.${mine} = $1 AND r.${other} = kept.${other} AND r.settled_at IS NULL`, [fromId, toId]);
    const [, moved]: [unknown, number] = await tx.query(
      `UPDATE person_report r SET ${mine} = $2 WHERE ${mine} = $1 AND ${other} <> $2
       AND NOT EXISTS (SELECT 1 FROM person_report same WHERE same.${mine} = $2 AND same.${other} = r.${other})`, [fromId, toId]);
    return opened + moved;
  };
  return await move('by_id', 'about_id') + await move('about_id', 'by_id') > 0;
}

/** The audit no longer says who it was about and who had asked: of any report of the event, or of those of one person. */
export async function forgetWhoReported(tx: Transaction, eventId: string, participantId: string | null = null): Promise<void> {
  await tx.query(
    "UPDATE audit SET subject = '', detail = '{}' WHERE event_id = $1 AND action = ANY($3) AND ($2::text IS NULL OR subject = $2 OR detail ->> 'by' = $2)", [eventId, participantId, PERSON_REPORT_ACTIONS]);
}

/** Erases what was reported by and about a person, and who it was from what the audit says of it. @returns whether there was anything */
export async function erasePersonReports(tx: Transaction, eventId: string, participantId: string): Promise<boolean> {
  await forgetWhoReported(tx, eventId, participantId);
  return (await tx.query('DELETE FROM person_report WHERE by_id = $1 OR about_id = $1', [participantId]))[1] > 0;
}
