import { IsNull, type EntityManager } from 'typeorm';
import { isEverydayConcept, leavingLine, RECIPES, type EventCard, type TeamRulesDocument, type EventSettings, type Kind, type RoomView } from '@tsunagu/contracts';
import { EventEntity, TeamEntity } from '../entities/index.js';
import { findEndpoint } from '../repositories/embeddings-endpoint.repository.js';
import { called, WORD_OF_CONCEPT } from './named.js';

const CLOUD_WORDS = 60;
const AFFILIATIONS = 12;
const DAY_MS = 86_400_000;

export function toEventCard(event: EventEntity, teamsPublished: boolean): EventCard {
  const recipe = RECIPES[event.recipe];
  return {
    id: event.id, title: event.title, theme: event.theme, heldOn: event.heldOn, place: event.place, state: event.state, recipe: event.recipe,
    languages: event.languages, prompts: recipe.prompts, asksForData: recipe.asksForData, teamsPublished, teamSize: { min: event.teamMin, max: event.teamMax },
    teamsAt: event.teamsAt?.toISOString() ?? null, erasesAt: erasesAt(event)?.toISOString() ?? null,
    themes: ((event.rules as TeamRulesDocument).themes ?? []).map(({ id, title }) => ({ id, title })),
    textsLeaveTo: event.textsLeaveTo === null ? null : { host: event.textsLeaveTo, line: leavingLine(event.textsLeaveTo) },
  };
}

/** The retention period runs from the end of the event. */
const erasesAt = ({ closedAt, erasedAt, retentionDays }: EventEntity): Date | null => (closedAt && !erasedAt ? new Date(closedAt.getTime() + retentionDays * DAY_MS) : null);

const teamsPublished = (manager: EntityManager, eventId: string): Promise<boolean> => manager.existsBy(TeamEntity, { eventId, active: true });

export async function readEventCard(manager: EntityManager, eventId: string): Promise<EventCard> {
  const event = await manager.findOneByOrFail(EventEntity, { id: eventId });
  return toEventCard(event, await teamsPublished(manager, eventId));
}

export async function readSettings(manager: EntityManager, eventId: string): Promise<EventSettings> {
  const event = await manager.findOneByOrFail(EventEntity, { id: eventId });
  return {
    ...toEventCard(event, await teamsPublished(manager, eventId)),
    joinCode: event.joinCode, wallSecret: event.wallSecret, consentText: event.consentText, consentTranslations: event.consentTranslations, consentVersion: event.consentVersion,
    retentionDays: event.retentionDays, capacity: event.capacity,
    services: event.services, wallAffiliations: event.wallAffiliations, textsLeave: await readTextsLeave(manager, event), rules: event.rules, version: event.version, erased: event.erasedAt !== null,
  };
}

/** Whether introductions go to an endpoint outside, and whether that answers; null where there is none to switch on. */
async function readTextsLeave(manager: EntityManager, { textsLeaveTo }: EventEntity): Promise<EventSettings['textsLeave']> {
  const endpoint = await findEndpoint(manager);
  const host = textsLeaveTo ?? endpoint?.host;
  return host === undefined ? null : { host, on: textsLeaveTo !== null, answers: endpoint?.host === host && endpoint.downSince === null };
}

const EMPTY_ROOM: RoomView = { counts: { joined: 0, tagged: 0, here: 0, inTeams: 0 }, cloud: [], teams: [] };

/** The room as it was last told: a snapshot and the pushes after it agree. */
export const readRoom = async (manager: EntityManager, eventId: string): Promise<RoomView> =>
  (await manager.findOneOrFail(EventEntity, { where: { id: eventId }, select: { id: true, room: true } })).room ?? EMPTY_ROOM;

/** Sums the room up and keeps the result: numbers, and tags (affiliations, where switched on) that at least two people show, which is what the wall may display. */
export async function sumUpRoom(manager: EntityManager, eventId: string): Promise<void> {
  // what was counted a moment before the event was erased is not kept
  await manager.update(EventEntity, { id: eventId, erasedAt: IsNull() }, { room: await countRoom(manager, eventId) });
}

async function countRoom(manager: EntityManager, eventId: string): Promise<RoomView> {
  const [counts] = await manager.query(
    `SELECT count(*)::int AS joined,
       count(*) FILTER (WHERE EXISTS (SELECT 1 FROM statement s WHERE s.participant_id = p.id AND NOT s.removed))::int AS tagged,
       count(*) FILTER (WHERE here AND NOT gone)::int AS here,
       count(*) FILTER (WHERE EXISTS (SELECT 1 FROM seat WHERE seat.participant_id = p.id AND seat.active))::int AS "inTeams"
     FROM participant p WHERE event_id = $1`, [eventId]);
  const words: { label: string; en: string | null; kind: Kind; count: number }[] = await manager.query(
    `SELECT * FROM (
     SELECT ${WORD_OF_CONCEPT} AS label, mode() WITHIN GROUP (ORDER BY s.en) AS en,
       mode() WITHIN GROUP (ORDER BY s.kind) AS kind, count(DISTINCT s.participant_id)::int AS count
     FROM statement s JOIN participant p ON p.id = s.participant_id
     WHERE s.event_id = $1 AND NOT s.removed AND NOT s.hidden AND s.rule NOT LIKE 'everyday:%' AND NOT p.gone AND (p.shows ->> s.kind)::boolean
     GROUP BY s.concept HAVING count(DISTINCT s.participant_id) >= 2) AS words ORDER BY count DESC, label LIMIT $2`, [eventId, CLOUD_WORDS]);
  const teams = await manager.query(
    `SELECT t.number, t.name, t.table_label AS "table", count(s.id)::int AS size FROM team t
     LEFT JOIN seat s ON s.team_id = t.id AND s.active WHERE t.event_id = $1 AND t.active GROUP BY t.id ORDER BY t.number`, [eventId]);
  const { wallAffiliations } = await manager.findOneOrFail(EventEntity, { where: { id: eventId }, select: { id: true, wallAffiliations: true } });
  return { counts, cloud: words.filter(({ label }) => !isEverydayConcept(label)).map(called), teams, ...(wallAffiliations ? { affiliations: await countAffiliations(manager, eventId) } : {}) };
}

const countAffiliations = (manager: EntityManager, eventId: string): Promise<NonNullable<RoomView['affiliations']>> =>
  manager.query(
    `SELECT affiliation AS name, count(*)::int AS count FROM participant WHERE event_id = $1 AND NOT gone AND affiliation IS NOT NULL
     GROUP BY affiliation HAVING count(*) >= 2 ORDER BY count DESC, name LIMIT $2`, [eventId, AFFILIATIONS]);
