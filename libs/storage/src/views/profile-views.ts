import { byJoining, isEverydayConcept, isGuess } from '@tsunagu/contracts';
import { EntityNotFoundError, In, type EntityManager } from 'typeorm';
import type { CandidateView, FreePerson, HellosView, JacketView, MeView, PersonView, ShowsInput, StatementView, TagView } from '@tsunagu/contracts';
import { notApart } from '../repositories/avoided.repository.js';
import { listWithEarlierEvent } from '../repositories/earlier-selves.repository.js';
import { HELLO_LASTS } from '../repositories/hellos.repository.js';
import { listWithPhone, toCandidateView } from '../repositories/matching/candidates.repository.js';
import { hostsAgreedToByEach, isInRoom } from '../repositories/participants.repository.js';
import { CandidateEntity, DataJacketEntity, EventEntity, IntroductionEntity, ParticipantEntity, SeatEntity, StatementEntity, UnplacedEntity } from '../entities/index.js';
import { grouped } from '../grouped.js';
import { toNamed } from './named.js';

/** The row of somebody who must be there. */
function found<Row>(rows: ReadonlyMap<string, Row>, id: string): Row {
  const row = rows.get(id);
  if (!row) throw new EntityNotFoundError(ParticipantEntity, id);
  return row;
}

/** Fewer visible tags than this and the organiser sees a thin profile. */
const THIN_BELOW = 2;

/** Tags that others may see: not hidden, not removed, of a kind the person shows. */
export const publicTags = (statements: StatementEntity[], shows: ShowsInput): StatementEntity[] =>
  statements.filter((one) => !one.hidden && !one.removed && shows[one.kind]);

const tagView = (one: StatementEntity): TagView => ({ ...toNamed(one), kind: one.kind, concept: one.concept });

/** One tag a concept and kind: a need and a tag can say the same thing. */
function distinct(statements: StatementEntity[]): StatementEntity[] {
  const seen = new Set<string>();
  return statements.filter(({ kind, concept }) => !isEverydayConcept(concept) && !seen.has(`${kind}|${concept}`) && seen.add(`${kind}|${concept}`));
}

export const toTags = (statements: StatementEntity[]): TagView[] => distinct(statements).map(tagView);

/** The same for other services: their contract has no names for pages. */
export const toOutsideTags = (statements: StatementEntity[]): Omit<TagView, 'en'>[] => distinct(statements).map(({ label, kind, concept }) => ({ label, kind, concept }));

export const toStatementView = (one: StatementEntity): StatementView => ({
  id: one.id, kind: one.kind, ...toNamed(one), concept: one.concept, role: one.role, score: one.score, evidence: one.evidence, byHand: one.byHand, hidden: one.hidden,
});

const BEST_FIRST = { score: 'DESC', id: 'ASC' } as const;

export const findStatements = (manager: EntityManager, where: { participantIds: string[] } | { eventId: string }): Promise<StatementEntity[]> =>
  manager.find(StatementEntity, { where: { ...('eventId' in where ? where : { participantId: In(where.participantIds) }), removed: false }, order: BEST_FIRST });

export async function readStatements(manager: EntityManager, participantId: string): Promise<StatementView[]> {
  return (await findStatements(manager, { participantIds: [participantId] })).filter((one) => !isGuess(one)).map(toStatementView);
}

export const toJacketView = ({ id, title, description, sharing, proposed }: DataJacketEntity): JacketView => ({ id, title, description, sharing, proposed });

export async function readJackets(manager: EntityManager, participantId: string): Promise<JacketView[]> {
  return (await manager.find(DataJacketEntity, { where: { participantId }, order: { createdAt: 'ASC', id: 'ASC' } })).map(toJacketView);
}

/** Whom each of them does not want to meet. */
async function readAvoided(manager: EntityManager, ids: string[]): Promise<Map<string, MeView['avoided']>> {
  const rows: { by: string; participantId: string; nickname: string }[] = await manager.query(
    'SELECT a.by_id AS by, p.id AS "participantId", p.nickname FROM avoided a JOIN participant p ON p.id = a.who_id WHERE a.by_id = ANY($1) ORDER BY a.created_at, p.id', [ids]);
  return new Map([...grouped(rows, ({ by }) => by)].map(([id, those]) => [id, those.map(({ by: _, ...one }) => one)]));
}

/** Who is free to talk now, as this participant may know it; a closed event has nobody. */
export async function readFree(manager: EntityManager, eventId: string, participantId: string): Promise<FreePerson[]> {
  const rows: { participantId: string; place: string; until: Date }[] = await manager.query(
    `SELECT p.id AS "participantId", p.free_place AS place, p.free_until AS until FROM participant p JOIN event e ON e.id = p.event_id
     WHERE p.event_id = $1 AND p.free_until > now() AND NOT p.gone AND NOT p.paused AND e.state <> 'closed' AND ${notApart('$2', 'p.id')}
     ORDER BY p.free_until, p.id`, [eventId, participantId]);
  return rows.map((row) => ({ ...row, until: row.until.toISOString() }));
}

/** A participant's own data; the text only where it is fetched, never where it is pushed. @throws where there is no such participant */
export const readMe = async (manager: EntityManager, participantId: string, { withText }: { withText: boolean }): Promise<MeView> =>
  found(await readMes(manager, [participantId], { withText }), participantId);

/** The same for each of them who is there. */
export async function readMes(manager: EntityManager, participantIds: string[], { withText }: { withText: boolean }): Promise<Map<string, MeView>> {
  const ids = In(participantIds);
  const people = await manager.findBy(ParticipantEntity, { id: ids });
  const introductions = new Map((await manager.find(IntroductionEntity, { where: { participantId: ids }, select: { participantId: true, revision: true, shown: true, text: withText } })).map((one) => [one.participantId, one]));
  const declined = new Set((await manager.findBy(UnplacedEntity, { participantId: ids, code: 'declined' })).map((one) => one.participantId));
  const teamOf = new Map((await manager.findBy(SeatEntity, { participantId: ids, active: true })).map((seat) => [seat.participantId, seat.teamId]));
  const avoided = await readAvoided(manager, participantIds);
  const hosts = await hostsAgreedToByEach(manager, participantIds);
  const earlier = await listWithEarlierEvent(manager, participantIds);
  return new Map(people.map((person) => {
    const introduction = introductions.get(person.id);
    return [person.id, {
      id: person.id, nickname: person.nickname, affiliation: person.affiliation, sector: person.sector, teamWish: person.teamWish, language: person.language,
      paused: person.paused, here: isInRoom(person), left: person.gone, declined: declined.has(person.id), shows: person.shows, reading: person.reading,
      introduction: {
        revision: introduction?.revision ?? 0, shown: introduction?.shown ?? true,
        ...(withText ? { text: introduction?.text ?? '' } : {}),
      },
      // shared with the team that they sit in, not with one before
      contact: { text: person.contactText, shared: person.contactSharedIn !== null && person.contactSharedIn === teamOf.get(person.id) }, avoided: avoided.get(person.id) ?? [],
      choices: person.choices, textLeavesTo: hosts.get(person.id) ?? [], knownFromBefore: earlier.has(person.id),
    }];
  }));
}

/** SQL: no rule of the event that has been joined keeps the two apart, and they do not sit in one team. */
const mayMeet = (me: string, other: string): string =>
  `NOT EXISTS (SELECT 1 FROM jsonb_path_query(event.rules, '$.rules[*] ? (@.type == "apart")') AS rule WHERE rule -> 'people' @> jsonb_build_array(${me}, ${other}))
   AND NOT EXISTS (SELECT 1 FROM seat mine JOIN seat theirs ON theirs.team_id = mine.team_id AND theirs.active WHERE mine.active AND mine.participant_id = ${me} AND theirs.participant_id = ${other})`;

/**
 * A person's list; empty once the event is closed, when participants no longer see each other. Whoever is kept from them since the last
 * ranking, or sits in their team, is left out at once.
 */
export const readCandidates = async (manager: EntityManager, participantId: string): Promise<CandidateView[]> => (await readCandidatesOf(manager, [participantId])).get(participantId)!;

/** The same for each of them. */
export async function readCandidatesOf(manager: EntityManager, participantIds: string[]): Promise<Map<string, CandidateView[]>> {
  const rows = await manager.createQueryBuilder(CandidateEntity, 'candidate')
    .innerJoin(EventEntity, 'event', "event.id = candidate.eventId AND event.state <> 'closed'")
    .where({ participantId: In(participantIds) }).andWhere(notApart('candidate.participant_id', 'candidate.other_id')).andWhere(mayMeet('candidate.participant_id', 'candidate.other_id')).orderBy('candidate.rank').getMany();
  const withPhone = rows.length ? await listWithPhone(manager, [...new Set(rows.map(({ otherId }) => otherId))]) : new Set<string>();
  const lists = grouped(rows);
  return new Map(participantIds.map((id) => [id, (lists.get(id) ?? []).map((line) => toCandidateView(line, withPhone))]));
}

export async function readHellos(manager: EntityManager, participantId: string): Promise<HellosView> {
  const sent: { to_id: string }[] = await manager.query(
    `SELECT to_id FROM hello h WHERE from_id = $1 AND (created_at > now() - ${HELLO_LASTS}
       OR EXISTS (SELECT 1 FROM hello back WHERE back.from_id = h.to_id AND back.to_id = h.from_id)) ORDER BY created_at, to_id`, [participantId]);
  const mutual = await manager.query(
    `SELECT p.id AS "participantId", p.nickname, greatest(a.created_at, b.created_at) AS at
     FROM hello a JOIN hello b ON b.from_id = a.to_id AND b.to_id = a.from_id JOIN participant p ON p.id = a.to_id
     WHERE a.from_id = $1 AND ${notApart('a.from_id', 'a.to_id')} ORDER BY at, p.id`, [participantId]);
  return {
    sent: sent.map((row) => row.to_id),
    mutual: mutual.map((row: { participantId: string; nickname: string; at: Date }) => ({ ...row, at: row.at.toISOString() })),
  };
}

function toPersonView(person: ParticipantEntity, statements: StatementEntity[], jackets: DataJacketEntity[]): PersonView {
  const seen = statements.filter((one) => !one.hidden && !isEverydayConcept(one.concept));
  return {
    id: person.id, nickname: person.nickname, affiliation: person.affiliation, sector: person.sector, teamWish: person.teamWish,
    here: isInRoom(person), paused: person.paused, left: person.gone, reading: person.reading,
    thin: seen.length < THIN_BELOW,
    tags: seen.map((one) => ({ ...tagView(one), role: one.role, added: one.byHand && one.revision === 0 })),
    jackets: jackets.map((jacket) => jacket.title),
    joinedAt: person.createdAt.toISOString(),
  };
}

/** One person as organisers see them. @throws where there is no such participant */
export const readPerson = async (manager: EntityManager, participantId: string): Promise<PersonView> => found(await readPersons(manager, [participantId]), participantId);

/** The same for each of them who is there. */
export const readPersons = async (manager: EntityManager, participantIds: string[]): Promise<Map<string, PersonView>> =>
  new Map((await toPersonViews(manager, await manager.findBy(ParticipantEntity, { id: In(participantIds) }), { participantIds })).map((person) => [person.id, person]));

async function toPersonViews(manager: EntityManager, people: ParticipantEntity[], where: { participantIds: string[] } | { eventId: string }): Promise<PersonView[]> {
  const statements = grouped(await findStatements(manager, where));
  const jackets = grouped(await manager.find(DataJacketEntity, { where: 'eventId' in where ? where : { participantId: In(where.participantIds) }, order: { createdAt: 'ASC', id: 'ASC' } }));
  return people.map((person) => toPersonView(person, statements.get(person.id) ?? [], jackets.get(person.id) ?? []));
}

/** Everybody of an event, in the order of joining. */
export async function readPeople(manager: EntityManager, eventId: string): Promise<PersonView[]> {
  return (await toPersonViews(manager, await manager.findBy(ParticipantEntity, { eventId }), { eventId })).sort(byJoining);
}
