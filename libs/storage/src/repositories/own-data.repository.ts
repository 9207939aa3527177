import type { Going, Rating, Unplaced } from '@tsunagu/contracts';
import type { Transaction } from '../database.js';

// What is kept of a participant and shown on no page: for the download alone.

interface Named { nickname: string }
interface Seated { number: number; name: string; table: string; since: Date; now: boolean; accepted: boolean; placedLater: boolean; freed: boolean; declined: boolean; rating: Rating | null; going: Going | null }

/** Whom they have said 会いたい to, also where it has ended without an answer. */
export const listGreeted = (tx: Transaction, participantId: string): Promise<(Named & { at: Date })[]> =>
  tx.query('SELECT p.nickname, h.created_at AS at FROM hello h JOIN participant p ON p.id = h.to_id WHERE h.from_id = $1 ORDER BY at, p.id', [participantId]);

/** When they have said 会いたい lately, also where they have taken it back: so many a day are told to others at once. */
export const listSaid = async (tx: Transaction, participantId: string): Promise<Date[]> =>
  (await tx.query('SELECT hellos_said AS said FROM participant WHERE id = $1', [participantId]))[0].said;

/** Whom they have said they know. */
export const listKnown = (tx: Transaction, participantId: string): Promise<Named[]> =>
  tx.query('SELECT p.nickname FROM acquaintance a JOIN participant p ON p.id = a.to_id WHERE a.from_id = $1 ORDER BY p.nickname, p.id', [participantId]);

/** Their seats of all rounds, given up ones too, and what they said of these teams. */
export const listSeatsOf = (tx: Transaction, participantId: string): Promise<Seated[]> => tx.query(
  `SELECT t.number, t.name, t.table_label AS "table", s.created_at AS since, s.active AS now, s.accepted, s.placed_later AS "placedLater", s.freed, s.declined, a.rating, a.going
   FROM seat s JOIN team t ON t.id = s.team_id LEFT JOIN team_answer a ON a.team_id = s.team_id AND a.participant_id = s.participant_id
   WHERE s.participant_id = $1 ORDER BY s.created_at, s.id`, [participantId]);

/** Why they are without a team; null where they are not. */
export const readUnplacedOf = async (tx: Transaction, participantId: string): Promise<Pick<Unplaced, 'code' | 'cause'> | null> =>
  (await tx.query('SELECT code, cause FROM unplaced WHERE participant_id = $1', [participantId]))[0] ?? null;

/** Events at which they agreed to be known from this one. */
export const listLaterEvents = (tx: Transaction, participantId: string): Promise<{ event: string; agreedAt: Date }[]> => tx.query(
  'SELECT v.title AS event, e.agreed_at AS "agreedAt" FROM earlier_self e JOIN participant p ON p.id = e.participant_id JOIN event v ON v.id = p.event_id WHERE e.earlier_id = $1 ORDER BY e.agreed_at', [participantId]);

/** Browsers that are signed in as them, and return QRs that work. */
export async function countDevices(tx: Transaction, participantId: string): Promise<{ browsers: number; returnLinks: number }> {
  const [counts] = await tx.query(
    `SELECT (SELECT count(*)::int FROM participant_token WHERE participant_id = $1) AS browsers, (SELECT count(*)::int FROM return_link WHERE participant_id = $1) AS "returnLinks"`, [participantId]);
  return counts;
}
