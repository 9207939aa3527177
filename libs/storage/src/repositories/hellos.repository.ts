import type { Transaction } from '../database.js';
import { HelloEntity } from '../entities/index.js';

/** SQL: the times within a day at which a person has said 会いたい. */
const SAID_TODAY = "SELECT at FROM unnest(hellos_said) AS at WHERE at > now() - interval '1 day'";

/** How often somebody has said 会いたい within a day, what they have taken back included. */
export const countHellosToday = async (tx: Transaction, fromId: string): Promise<number> => {
  const [row] = await tx.query(`SELECT count(*)::int AS said FROM participant, LATERAL (${SAID_TODAY}) today WHERE id = $1`, [fromId]);
  return row.said;
};

/** What one side has said for longer than this without an answer is over, and nobody learns that it was said. */
export const HELLO_LASTS = "interval '1 day'";

/** SQL: what was said in vain; what both have said stays. */
const IN_VAIN = `h.created_at <= now() - ${HELLO_LASTS} AND NOT EXISTS (SELECT 1 FROM hello back WHERE back.from_id = h.to_id AND back.to_id = h.from_id)`;

/** Person → who would like to meet them: has said so within its time, or meets the same wish. */
export async function listHellos(tx: Transaction, eventId: string): Promise<Map<string, string[]>> {
  const rows: { to: string; from: string[] }[] = await tx.query(`SELECT to_id AS to, array_agg(from_id) AS from FROM hello h WHERE event_id = $1 AND NOT (${IN_VAIN}) GROUP BY to_id`, [eventId]);
  return new Map(rows.map(({ to, from }) => [to, from]));
}

/** Takes away what either of the two has said to the other in vain. */
const forgetUnanswered = (tx: Transaction, a: string, b: string): Promise<unknown> =>
  tx.query(`DELETE FROM hello h WHERE ((from_id = $1 AND to_id = $2) OR (from_id = $2 AND to_id = $1)) AND ${IN_VAIN}`, [a, b]);

/** Takes away what these people have said, or have been told, in vain. */
export const forgetUnansweredOf = (tx: Transaction, ids: string[]): Promise<unknown> =>
  tx.query(`DELETE FROM hello h WHERE (from_id = ANY($1) OR to_id = ANY($1)) AND ${IN_VAIN}`, [ids]);

/** Call it under `lockPeople`. @returns whether the other side has said it too, within its time */
export async function addHello(tx: Transaction, eventId: string, fromId: string, toId: string): Promise<boolean> {
  await forgetUnanswered(tx, fromId, toId);
  const said: unknown[] = await tx.query('INSERT INTO hello (from_id, to_id, event_id) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING RETURNING from_id', [fromId, toId, eventId]);
  if (said.length) await tx.query(`UPDATE participant SET hellos_said = ARRAY(${SAID_TODAY}) || now() WHERE id = $1`, [fromId]);
  return tx.existsBy(HelloEntity, { fromId: toId, toId: fromId });
}

/** Call it under `lockPeople`. @returns whether it had been mutual */
export async function removeHello(tx: Transaction, fromId: string, toId: string): Promise<boolean> {
  const { affected } = await tx.delete(HelloEntity, { fromId, toId });
  return affected === 1 && tx.existsBy(HelloEntity, { fromId: toId, toId: fromId });
}

/**
 * Whoever sits in one team needs no introduction: ends what was said in vain between people who now do. Call it after seats
 * have been taken. @returns whose 会いたい ended, each once
 */
export async function endHellosInTeams(tx: Transaction, eventId: string): Promise<string[]> {
  const [ended]: [{ from_id: string }[], number] = await tx.query(
    `DELETE FROM hello h USING seat a, seat b
     WHERE h.event_id = $1 AND a.event_id = $1 AND a.active AND b.active AND a.team_id = b.team_id AND a.participant_id = h.from_id AND b.participant_id = h.to_id
     AND NOT EXISTS (SELECT 1 FROM hello back WHERE back.from_id = h.to_id AND back.to_id = h.from_id) RETURNING h.from_id`, [eventId]);
  return [...new Set(ended.map((row) => row.from_id))];
}

/** On whose pages this person's name stands beside their team and candidates: who shares a mutual 会いたい, and who keeps them out of sight. */
export async function listNamedBy(tx: Transaction, participantId: string): Promise<{ greeted: string[]; avoidedBy: string[] }> {
  const greeted: { id: string }[] = await tx.query('SELECT a.to_id AS id FROM hello a JOIN hello b ON b.from_id = a.to_id AND b.to_id = a.from_id WHERE a.from_id = $1', [participantId]);
  const avoidedBy: { id: string }[] = await tx.query('SELECT by_id AS id FROM avoided WHERE who_id = $1', [participantId]);
  return { greeted: greeted.map(({ id }) => id), avoidedBy: avoidedBy.map(({ id }) => id) };
}
