import { ALL_FULL, isEverydayConcept, SEAT_OPEN } from '@tsunagu/contracts';
import { In, MoreThan, type EntityManager } from 'typeorm';
import type { Named, Sentence, TeamAnswers, TeamMemberView, TeamView, Unplaced } from '@tsunagu/contracts';
import { DataJacketEntity, EventEntity, ParticipantEntity, SeatEntity, TeamAnswerEntity, TeamEntity, type About, type StatementEntity } from '../entities/index.js';
import { grouped } from '../grouped.js';
import { onceEach, toNamed } from './named.js';
import { findStatements, publicTags, toTags } from './profile-views.js';

const BROUGHT = 4;

/** Skills and data in short; what was read between the lines only where nothing was said outright. */
function whatIsBrought(shown: StatementEntity[], data: string[]): Named[] {
  const skills = shown.filter((one) => one.kind === 'skill');
  const said = skills.filter((one) => !isEverydayConcept(one.concept));
  const brought = [...(said.length > 0 || data.length > 0 ? said : skills).map(toNamed), ...data.map((label) => ({ label }))];
  return onceEach(brought).slice(0, BROUGHT);
}

/** Everybody who sits on these seats as whoever may see the team sees them, without their contact, and who they are. */
async function readMembers(manager: EntityManager, seats: SeatEntity[]): Promise<Map<string, { person: ParticipantEntity; view: TeamMemberView }>> {
  const ids = seats.map((seat) => seat.participantId);
  if (!ids.length) return new Map();
  const people = await manager.findBy(ParticipantEntity, { id: In(ids) });
  const statements = grouped(await findStatements(manager, { participantIds: ids }));
  const jackets = grouped(await manager.findBy(DataJacketEntity, { participantId: In(ids), proposed: false }));
  const accepted = new Map(seats.map((seat) => [seat.participantId, seat.accepted]));
  return new Map(people.map((person) => {
    const shown = publicTags(statements.get(person.id) ?? [], person.shows);
    const data = person.shows.data ? (jackets.get(person.id) ?? []).map((jacket) => jacket.title) : [];
    const view = { participantId: person.id, nickname: person.nickname, affiliation: person.affiliation, tags: toTags(shown), brings: whatIsBrought(shown, data), contact: null, accepted: accepted.get(person.id) ?? false };
    return [person.id, { person, view }];
  }));
}

const NO_ANSWERS: TeamAnswers = { good: 0, fair: 0, poor: 0, going: 0, resting: 0, ended: 0 };

/** Answers about a team in numbers, without who gave them. */
function countAnswers(answers: TeamAnswerEntity[]): TeamAnswers {
  const counts = { ...NO_ANSWERS };
  for (const said of answers.flatMap(({ rating, going }) => [rating, going])) if (said) counts[said]++;
  return counts;
}

/** What is told, without whom it is about: the sentence names them. */
export const withoutAbout = <T extends object>({ people: _, ...told }: T & About): Omit<T, keyof About> => told as Omit<T, keyof About>;

type ToView = (team: TeamEntity, viewer: string | null) => TeamView;

/** Reads what these teams consist of, once. @returns how each looks to one of its members, who sees contacts where both sides share theirs, or to the organiser (null) */
async function readParts(manager: EntityManager, teams: TeamEntity[]): Promise<ToView> {
  const rows = await manager.find(SeatEntity, { where: { teamId: In(teams.map((team) => team.id)), active: true }, order: { createdAt: 'ASC', id: 'ASC' } });
  const seats = grouped(rows, (seat) => seat.teamId);
  const members = await readMembers(manager, rows);
  const answers = grouped(await manager.findBy(TeamAnswerEntity, { teamId: In(teams.map((team) => team.id)) }), (answer) => answer.teamId);
  return (team, viewer) => {
    const seated = (seats.get(team.id) ?? []).flatMap((seat) => members.get(seat.participantId) ?? []); // who was erased between the two reads is nobody
    const shares = (person: ParticipantEntity): boolean => person.contactSharedIn === team.id;
    const viewerShares = seated.some(({ person }) => person.id === viewer && shares(person));
    const contactOf = (person: ParticipantEntity): string | null => (person.id === viewer || (viewerShares && shares(person)) ? person.contactText || null : null);
    const said = answers.get(team.id) ?? [];
    const mine = said.find((one) => one.participantId === viewer);
    return {
      id: team.id, number: team.number, name: team.name, table: team.tableLabel, version: team.version,
      members: seated.map(({ person, view }) => ({ ...view, contact: contactOf(person) })),
      openSeats: Math.max(0, team.openSeats), reasons: team.reasons.map(withoutAbout), question: team.question && withoutAbout(team.question), theme: team.theme, goal: team.goal, nextDate: team.nextDate, calledAt: team.calledAt?.toISOString() ?? null,
      mine: viewer ? { rating: mine?.rating ?? null, going: mine?.going ?? null } : null,
      answers: viewer ? null : countAnswers(said),
    };
  };
}

/** Published teams as the organiser sees them, all or those of these ids: no contacts. */
export async function readTeams(manager: EntityManager, eventId: string, ids?: string[]): Promise<TeamView[]> {
  const teams = await manager.find(TeamEntity, { where: { eventId, active: true, ...(ids ? { id: In(ids) } : {}) }, order: { number: 'ASC' } });
  const toView = await readParts(manager, teams);
  return teams.map((team) => toView(team, null));
}

/** What remains of a team for its members when the event is over: names, table and plan; no tags of others, and no sentence that quotes them. */
const afterClosing = (team: TeamView, viewer: string): TeamView => ({
  ...team, reasons: [], question: null, theme: null,
  members: team.members.map((member) => (member.participantId === viewer ? member : { ...member, affiliation: null, tags: [], brings: [] })),
});

/** A participant's team, or null. Contacts are shown where both sides share theirs; once the event is closed, others by name alone. */
export const readTeamOf = async (manager: EntityManager, participantId: string): Promise<TeamView | null> => (await readTeamsOf(manager, [participantId])).get(participantId)!;

/** The same for each of them. */
export async function readTeamsOf(manager: EntityManager, participantIds: string[]): Promise<Map<string, TeamView | null>> {
  const seats = await manager.findBy(SeatEntity, { participantId: In(participantIds), active: true });
  if (!seats.length) return new Map(participantIds.map((id) => [id, null]));
  const teams = new Map((await manager.findBy(TeamEntity, { id: In([...new Set(seats.map((seat) => seat.teamId))]) })).map((team) => [team.id, team]));
  const toView = await readParts(manager, [...teams.values()]);
  const closed = new Set((await manager.find(EventEntity, { where: { id: In([...new Set(seats.map((seat) => seat.eventId))]), state: 'closed' }, select: { id: true } })).map(({ id }) => id));
  const seatOf = new Map(seats.map((seat) => [seat.participantId, seat]));
  const viewOf = (id: string): TeamView | null => {
    const seat = seatOf.get(id);
    if (!seat) return null;
    const view = toView(teams.get(seat.teamId)!, id);
    return closed.has(seat.eventId) ? afterClosing(view, id) : view;
  };
  return new Map(participantIds.map((id) => [id, viewOf(id)]));
}

/** Everybody in the room who has no seat, with the cause. */
export async function readUnplaced(manager: EntityManager, eventId: string): Promise<Unplaced[]> {
  const rows: Unplaced[] = await manager.query(
    `SELECT u.participant_id AS "participantId", u.code, u.cause FROM unplaced u JOIN participant p ON p.id = u.participant_id
     WHERE u.event_id = $1 AND p.here AND NOT p.gone ORDER BY p.id`, [eventId]);
  const roomy = rows.length > 0 && await manager.existsBy(TeamEntity, { eventId, active: true, openSeats: MoreThan(0) });
  // seats open in many ways, and not each is filled at once: a full room is told only while it is full
  const now = (cause: Sentence): Sentence => (roomy && cause.ja === ALL_FULL.ja ? SEAT_OPEN : cause);
  return rows.map((row) => ({ ...row, cause: now(row.cause) }));
}
