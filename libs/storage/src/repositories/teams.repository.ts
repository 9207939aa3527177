import type { PhoneSentence, Sentence, TeamAnswerInput, ThemeView, Unplaced, UnplacedCode } from '@tsunagu/contracts';
import { In, Not } from 'typeorm';
import type { Transaction } from '../database.js';
import { ParticipantEntity, SeatEntity, TeamAnswerEntity, TeamEntity, UnplacedEntity, type About, type ToldReason } from '../entities/index.js';
import { lockParticipant } from './participants.repository.js';

export interface PublishedTeam { id: string; number: number; name: string; reasons: ToldReason[]; question: (PhoneSentence & About) | null; theme: ThemeView | null; members: string[]; openSeats: number }

const WANTS_NONE: UnplacedCode[] = ['declined', 'freed'];

/** Ends the event's published teams, in favour of the next ones. @returns everybody who sat in one, who of them shared their contact in it, and who wanted no seat: they had said no to it, or been taken out of it */
export async function dissolveTeams(tx: Transaction, eventId: string): Promise<{ seated: string[]; shared: string[]; wantedNone: Unplaced[] }> {
  const endSeats = async (): Promise<{ participant_id: string }[]> => (await tx.query('UPDATE seat SET active = false WHERE event_id = $1 AND active RETURNING participant_id', [eventId]))[0];
  const seats = await endSeats();
  const shared: { id: string }[] = await tx.query('SELECT p.id FROM participant p JOIN team t ON t.id = p.contact_shared_in WHERE t.event_id = $1 AND t.active ORDER BY p.id', [eventId]);
  await tx.update(TeamEntity, { eventId, active: true }, { active: false });
  // Whoever was being seated held their team's row until now: only from here on is their seat seen, and no other can follow.
  seats.push(...await endSeats());
  const [unplaced]: [Unplaced[]] = await tx.query('DELETE FROM unplaced WHERE event_id = $1 RETURNING participant_id AS "participantId", code, cause', [eventId]);
  return { seated: seats.map((row) => row.participant_id), shared: shared.map(({ id }) => id), wantedNone: unplaced.filter(({ code }) => WANTS_NONE.includes(code)) };
}

/** Those of whom a draft had not said yet why they belong together are told it soon. */
export async function addTeams(tx: Transaction, eventId: string, proposalId: string, teams: PublishedTeam[]): Promise<void> {
  if (!teams.length) return;
  await tx.insert(TeamEntity, teams.map(({ members: _, ...team }) => ({ ...team, changes: team.reasons.length > 0 ? 0 : 1, eventId, proposalId, tableLabel: String(team.number), active: true, goal: '', nextDate: '', version: 1 })));
  await tx.query(
    'INSERT INTO seat (team_id, event_id, participant_id, active) SELECT team_id, $1, participant_id, true FROM unnest($2::uuid[], $3::uuid[]) WITH ORDINALITY AS placed (team_id, participant_id, place) ORDER BY place',
    [eventId, teams.flatMap(({ id, members }) => members.map(() => id)), teams.flatMap(({ members }) => members)]);
}

/** The active team of this event, locked; null where there is none. */
export const lockTeam = (tx: Transaction, eventId: string, id: string): Promise<TeamEntity | null> =>
  tx.findOne(TeamEntity, { where: { eventId, id, active: true }, lock: { mode: 'for_no_key_update' } });

export const teamMembers = async (tx: Transaction, teamId: string): Promise<string[]> =>
  (await tx.findBy(SeatEntity, { teamId, active: true })).map((seat) => seat.participantId);

/** Everybody who sits in a published team, in the order of sitting down. */
export const listSeats = (tx: Transaction, eventId: string): Promise<{ participantId: string; nickname: string; teamId: string; number: number }[]> =>
  tx.query(
    `SELECT p.id AS "participantId", p.nickname, t.id AS "teamId", t.number FROM seat s JOIN team t ON t.id = s.team_id JOIN participant p ON p.id = s.participant_id
     WHERE s.event_id = $1 AND s.active ORDER BY t.number, s.created_at, s.id`, [eventId]);

export const hasTeams = (tx: Transaction, eventId: string): Promise<boolean> => tx.existsBy(TeamEntity, { eventId, active: true });

/** Seats a person in a published team, after publication. @throws the database's 23505 where they sit in another one already */
export async function takeSeat(tx: Transaction, team: TeamEntity, participantId: string): Promise<void> {
  await tx.insert(SeatEntity, { teamId: team.id, eventId: team.eventId, participantId, active: true, placedLater: true });
  await tx.delete(UnplacedEntity, { participantId });
  await tx.update(TeamEntity, { id: team.id }, { openSeats: () => 'open_seats - 1', version: () => 'version + 1', changes: () => 'changes + 1' });
}

/** Whether something that a team is told is about none of these people. What does not say whom it is about may be about anybody. */
export const isAboutOthers = ({ people }: About, who: readonly string[]): boolean => people !== undefined && !people.some((id) => who.includes(id));

/** What a team was told of somebody is told no more, by whatever name it calls them, and what it is told is worked out anew. */
export async function forgetTold(tx: Transaction, teamId: string, participantId: string): Promise<void> {
  const team = await tx.findOneOrFail(TeamEntity, { where: { id: teamId }, lock: { mode: 'for_no_key_update' } });
  const stays = (told: About): boolean => isAboutOthers(told, [participantId]);
  await tx.update(TeamEntity, { id: teamId }, { reasons: team.reasons.filter(stays), question: team.question && stays(team.question) ? team.question : null, changes: team.changes + 1 });
}

/** In which team a person sits. */
export const findTeamOf = async (tx: Transaction, participantId: string): Promise<string | null> =>
  (await tx.findOneBy(SeatEntity, { participantId, active: true }))?.teamId ?? null;

/**
 * Opens a person's seat; what the team was told of them is told no more, nor would their contact be if they came back. The person is locked, so that their seat is left once, whoever else moves them.
 * @param declined whether they said no to it themselves: they are not offered this team again
 * @returns the team's members before, the person included; empty where they had no seat
 */
export async function freeSeat(tx: Transaction, eventId: string, participantId: string, declined = false): Promise<string[]> {
  const person = await lockParticipant(tx, eventId, participantId);
  if (!person) return [];
  const [[seat]] = await tx.query('UPDATE seat SET active = false, freed = true, declined = $2 WHERE participant_id = $1 AND active RETURNING team_id', [participantId, declined]);
  if (!seat) return [];
  await tx.update(ParticipantEntity, { id: participantId }, { contactSharedIn: null });
  await tx.query('UPDATE team SET open_seats = open_seats + 1, version = version + 1 WHERE id = $1', [seat.team_id]);
  await forgetTold(tx, seat.team_id, participantId);
  // the team's row is ours by now: whoever has sat down meanwhile is told too
  return [participantId, ...await teamMembers(tx, seat.team_id)];
}

/** Moves an active seat from one participant to another (merging a doubled person). */
export async function moveSeat(tx: Transaction, fromId: string, toId: string): Promise<void> {
  const taken = await tx.existsBy(SeatEntity, { participantId: toId, active: true });
  if (taken) return;
  const { affected } = await tx.update(SeatEntity, { participantId: fromId, active: true }, { participantId: toId });
  if (affected) await tx.delete(UnplacedEntity, { participantId: toId });
}

/** Lists somebody without a team, with the cause. */
export async function setUnplaced(tx: Transaction, eventId: string, participantId: string, { code, cause }: { code: UnplacedCode; cause: Sentence }): Promise<void> {
  await tx.query(
    `INSERT INTO unplaced (participant_id, event_id, code, cause) VALUES ($1, $2, $3, $4)
     ON CONFLICT (participant_id) DO UPDATE SET code = excluded.code, cause = excluded.cause`, [participantId, eventId, code, JSON.stringify(cause)]);
}

/** People in the room who wait for a seat: none fitted or was free when they came. Who said no or was taken out does not wait, and nobody once the event is closed. */
export const listWaiting = async (tx: Transaction, eventId: string): Promise<string[]> =>
  (await tx.query(
    `SELECT p.id FROM unplaced u JOIN participant p ON p.id = u.participant_id JOIN event e ON e.id = u.event_id
     WHERE u.event_id = $1 AND e.state <> 'closed' AND u.code IN ('waiting', 'other') AND p.here AND NOT p.paused AND NOT p.gone ORDER BY p.id`, [eventId])).map((row: { id: string }) => row.id);

/** Has somebody said no to their seat, or been taken out of it? They are given none unasked. */
export const wantsNoSeat = async (tx: Transaction, participantId: string): Promise<boolean> => (await listWantNoSeat(tx, [participantId])).has(participantId);

/** Those of them who want no seat so. */
export const listWantNoSeat = async (tx: Transaction, ids: string[]): Promise<Set<string>> =>
  new Set((await tx.findBy(UnplacedEntity, { participantId: In(ids), code: In(WANTS_NONE) })).map((one) => one.participantId));

/** Those of them who sit in a published team. */
export const listSeated = async (tx: Transaction, ids: string[]): Promise<Set<string>> =>
  new Set((await tx.findBy(SeatEntity, { participantId: In(ids), active: true })).map((seat) => seat.participantId));

/** Everybody who has no seat and is in the room, whyever: whoever said no or was taken out too. */
export const listSeatless = async (tx: Transaction, eventId: string): Promise<string[]> =>
  (await tx.query(
    `SELECT p.id FROM unplaced u JOIN participant p ON p.id = u.participant_id
     WHERE u.event_id = $1 AND p.here AND NOT p.paused AND NOT p.gone ORDER BY p.id`, [eventId])).map((row: { id: string }) => row.id);

/** Everybody who has a seat and is not in the room. */
export const listAway = async (tx: Transaction, eventId: string): Promise<string[]> =>
  (await tx.query('SELECT p.id FROM seat s JOIN participant p ON p.id = s.participant_id WHERE s.event_id = $1 AND s.active AND (NOT p.here OR p.gone) ORDER BY p.id', [eventId])).map((row: { id: string }) => row.id);

/** Has somebody had a seat in a team, of this round or an earlier one, that they did not say no to? */
export const hasSatIn = (tx: Transaction, teamId: string, participantId: string): Promise<boolean> => tx.existsBy(SeatEntity, { teamId, participantId, declined: false });

/** Says whether a person comes to their team. @returns false where they have no seat */
export async function acceptSeat(tx: Transaction, eventId: string, participantId: string): Promise<boolean> {
  return (await tx.update(SeatEntity, { eventId, participantId, active: true }, { accepted: true })).affected === 1;
}

/** Ends those of the teams whose members have all moved elsewhere; an open call of theirs goes with whoever called. */
export async function endEmptyTeams(tx: Transaction, eventId: string, ids: string[]): Promise<void> {
  for (const id of new Set(ids)) if (!(await teamMembers(tx, id)).length) await tx.update(TeamEntity, { id }, { active: false, version: () => 'version + 1' });
  await passCalls(tx, eventId);
}

/** Whoever is no longer in the room waits for no seat; that they want none stays known for when they come back. */
export async function stopWaiting(tx: Transaction, ids: string[]): Promise<void> {
  await tx.delete(UnplacedEntity, { participantId: In(ids), code: Not(In(WANTS_NONE)) });
}

/** Sets a team's goal or next date where its version is still the given one. */
export async function changeTeam(tx: Transaction, teamId: string, version: number, fields: { goal?: string; nextDate?: string }): Promise<boolean> {
  const result = await tx.createQueryBuilder().update(TeamEntity).set({ ...fields, version: () => 'version + 1' }).where('id = :teamId AND version = :version', { teamId, version }).execute();
  return result.affected === 1;
}

/** Marks a team that stands as calling the facilitator, by one of its members, or ends the call. @returns whether that changed anything */
export async function setCalling(tx: Transaction, teamId: string, calledBy: string | null): Promise<boolean> {
  const [, changed] = await tx.query(`UPDATE team SET called_at = ${calledBy ? 'now()' : 'NULL'}, called_by = $2 WHERE id = $1 AND active AND (called_at IS NULL) = ${calledBy !== null}`, [teamId, calledBy]);
  return changed === 1;
}

/** Lets open calls of teams that have ended go with whoever called into the team they sit in now, of several, its own among them, the oldest. */
export async function passCalls(tx: Transaction, eventId: string): Promise<void> {
  await tx.query(
    `UPDATE team SET called_at = call.called_at, called_by = call.called_by FROM (
       SELECT DISTINCT ON (s.team_id) s.team_id, old.called_at, old.called_by FROM team old JOIN seat s ON s.participant_id = old.called_by AND s.active
       WHERE old.event_id = $1 AND NOT old.active AND old.called_at IS NOT NULL ORDER BY s.team_id, old.called_at) AS call WHERE team.id = call.team_id AND (team.called_at IS NULL OR team.called_at > call.called_at)`, [eventId]);
  await tx.query('UPDATE team SET called_at = NULL, called_by = NULL WHERE event_id = $1 AND NOT active AND called_at IS NOT NULL', [eventId]);
}

/** Ends all open calls of an event. */
export const endCalls = async (tx: Transaction, eventId: string): Promise<void> => {
  await tx.query('UPDATE team SET called_at = NULL, called_by = NULL WHERE event_id = $1 AND called_at IS NOT NULL', [eventId]);
};

/** What one member says about the team; what is not given stays as it was. */
export async function saveTeamAnswer(tx: Transaction, key: { eventId: string; teamId: string; participantId: string }, answer: Omit<TeamAnswerInput, 'teamId'>): Promise<void> {
  await tx.upsert(TeamAnswerEntity, { ...key, ...answer }, ['teamId', 'participantId']);
}
