import { ALL_FULL, isEverydayConcept, SEAT_OPEN } from '@tsunagu/contracts';
import { In, MoreThan, type EntityManager } from 'typeorm';
import type { Named, Sentence, TeamAnswers, TeamMemberView, TeamView, Unplaced } from '@tsunagu/contracts';
import { DataJacketEntity, EventEntity, ParticipantEntity, SeatEntity, StatementEntity, TeamAnswerEntity, TeamEntity, type About } from '../entities/index.js';
import { onceEach, toNamed } from './named.js';
import { publicTags, toTags } from './profile-views.js';

const BROUGHT = 4;

/** Skills and data in short; what was read between the lines only where nothing was said outright. */
function whatIsBrought(shown: StatementEntity[], data: string[]): Named[] {
  const skills = shown.filter((one) => one.kind === 'skill');
  const said = skills.filter((one) => !isEverydayConcept(one.concept));
  const brought = [...(said.length > 0 || data.length > 0 ? said : skills).map(toNamed), ...data.map((label) => ({ label }))];
  return onceEach(brought).slice(0, BROUGHT);
}

async function readMembers(manager: EntityManager, seats: SeatEntity[], viewer: string | null): Promise<Map<string, TeamMemberView>> {
  const ids = seats.map((seat) => seat.participantId);
  if (!ids.length) return new Map();
  const people = await manager.findBy(ParticipantEntity, { id: In(ids) });
  const statements = await manager.find(StatementEntity, { where: { participantId: In(ids), removed: false }, order: { score: 'DESC', id: 'ASC' } });
  const jackets = await manager.findBy(DataJacketEntity, { participantId: In(ids), proposed: false });
  const accepted = new Map(seats.map((seat) => [seat.participantId, seat.accepted]));
  const teamOf = new Map(seats.map((seat) => [seat.participantId, seat.teamId]));
  const shares = ({ id, contactSharedIn }: ParticipantEntity): boolean => contactSharedIn !== null && contactSharedIn === teamOf.get(id);
  const viewerShares = people.some((person) => person.id === viewer && shares(person));
  return new Map(people.map((person) => {
    const shown = publicTags(statements.filter((one) => one.participantId === person.id), person.shows);
    const data = person.shows.data ? jackets.filter((jacket) => jacket.participantId === person.id).map((jacket) => jacket.title) : [];
    return [person.id, {
      participantId: person.id, nickname: person.nickname, affiliation: person.affiliation, tags: toTags(shown),
      brings: whatIsBrought(shown, data),
      contact: person.id === viewer ? person.contactText || null : viewerShares && shares(person) ? person.contactText || null : null,
      accepted: accepted.get(person.id) ?? false,
    }];
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

async function toTeamViews(manager: EntityManager, teams: TeamEntity[], viewer: string | null): Promise<TeamView[]> {
  if (!teams.length) return [];
  const seats = await manager.find(SeatEntity, { where: { teamId: In(teams.map((team) => team.id)), active: true }, order: { createdAt: 'ASC', id: 'ASC' } });
  const members = await readMembers(manager, seats, viewer);
  const answers = await manager.findBy(TeamAnswerEntity, { teamId: In(teams.map((team) => team.id)) });
  const mine = (teamId: string): TeamAnswerEntity | undefined => answers.find((one) => one.teamId === teamId && one.participantId === viewer);
  return teams.map((team) => ({
    id: team.id, number: team.number, name: team.name, table: team.tableLabel, version: team.version,
    members: seats.filter((seat) => seat.teamId === team.id).flatMap((seat) => members.get(seat.participantId) ?? []), // who was erased between the two reads is nobody
    openSeats: Math.max(0, team.openSeats), reasons: team.reasons.map(withoutAbout), question: team.question && withoutAbout(team.question), theme: team.theme, goal: team.goal, nextDate: team.nextDate, calledAt: team.calledAt?.toISOString() ?? null,
    mine: viewer ? { rating: mine(team.id)?.rating ?? null, going: mine(team.id)?.going ?? null } : null,
    answers: viewer ? null : countAnswers(answers.filter((one) => one.teamId === team.id)),
  }));
}

/** Published teams as the organiser sees them: no contacts. */
export async function readTeams(manager: EntityManager, eventId: string): Promise<TeamView[]> {
  return toTeamViews(manager, await manager.find(TeamEntity, { where: { eventId, active: true }, order: { number: 'ASC' } }), null);
}

/** What remains of a team for its members when the event is over: names, table and plan; no tags of others, and no sentence that quotes them. */
const afterClosing = (team: TeamView, viewer: string): TeamView => ({
  ...team, reasons: [], question: null, theme: null,
  members: team.members.map((member) => (member.participantId === viewer ? member : { ...member, affiliation: null, tags: [], brings: [] })),
});

/** A participant's team, or null. Contacts are shown where both sides share theirs; once the event is closed, others by name alone. */
export async function readTeamOf(manager: EntityManager, participantId: string): Promise<TeamView | null> {
  const seat = await manager.findOneBy(SeatEntity, { participantId, active: true });
  if (!seat) return null;
  const [view] = await toTeamViews(manager, await manager.findBy(TeamEntity, { id: seat.teamId }), participantId);
  return await manager.existsBy(EventEntity, { id: seat.eventId, state: 'closed' }) ? afterClosing(view, participantId) : view;
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
