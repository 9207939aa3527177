import { isDeepStrictEqual } from 'node:util';
import type { EntityManager } from 'typeorm';
import type { Transaction } from '../database.js';
import { SeatEntity, type ToldReason } from '../entities/index.js';
import type { PublishedTeam } from './teams.repository.js';

export interface OutdatedTeam { id: string; changes: number; members: string[] }

/** What the team is told of somebody who sits in it is worked out anew; nothing where they sit in none. The caller tells of that team. */
export async function outdateReasonsOf(tx: Transaction, participantId: string): Promise<void> {
  await tx.query('UPDATE team SET changes = changes + 1 WHERE active AND id IN (SELECT team_id FROM seat WHERE participant_id = $1 AND active)', [participantId]);
}

/** The question to start with stands apart from the reasons. */
export function apartFromQuestion(all: ToldReason[]): Pick<PublishedTeam, 'reasons' | 'question'> {
  const question = all.find(({ type }) => type === 'question');
  return { reasons: all.filter(({ type }) => type !== 'question'), question: question ? { ...question.text, people: question.people } : null };
}

/** Published teams who sit otherwise, or say something else, than their reasons tell. */
export const listOutdated = (manager: EntityManager, eventId: string): Promise<OutdatedTeam[]> => manager.query(
  `SELECT t.id, t.changes, array_agg(s.participant_id ORDER BY s.created_at, s.id) AS members FROM team t JOIN seat s ON s.team_id = t.id AND s.active
   WHERE t.event_id = $1 AND t.active AND t.changes <> t.explained GROUP BY t.id ORDER BY t.id`, [eventId]);

/**
 * Writes what a team is told of itself, unless it has changed once more since. The question to start with stays while it is about
 * people who are still there: they may be talking about it.
 * @returns who is to be told; nobody where nothing is new, or where a later change is worked out after this one
 */
export async function explainStanding(tx: Transaction, { id, changes }: OutdatedTeam, all: ToldReason[]): Promise<string[]> {
  const [before] = await tx.query('SELECT reasons, question FROM team WHERE id = $1 AND active AND changes = $2 FOR NO KEY UPDATE', [id, changes]);
  if (!before) return [];
  const { reasons, question } = apartFromQuestion(all);
  const told = JSON.parse(JSON.stringify({ reasons, question: before.question ?? question })); // as it is read again
  await tx.query('UPDATE team SET reasons = $2, question = $3, explained = changes WHERE id = $1', [id, JSON.stringify(told.reasons), JSON.stringify(told.question)]);
  if (isDeepStrictEqual({ ...before }, told)) return [];
  return (await tx.findBy(SeatEntity, { teamId: id, active: true })).map(({ participantId }) => participantId);
}
