import { consentRead, isEverydayConcept, leavingLine, themeOfJacket, type Language, type ProfileInput } from '@tsunagu/contracts';
import { In } from 'typeorm';
import type { Transaction } from '../database.js';
import { ConsentEntity, EventEntity, ParticipantEntity, ParticipantTokenEntity, ReturnLinkEntity } from '../entities/index.js';
import { WORD_OF_CONCEPT } from '../views/named.js';
import { dropVectorOf } from './matching/introduction-vectors.repository.js';

export type ParticipantRow = ParticipantEntity;
type NewParticipant = Pick<ParticipantEntity, 'eventId' | 'nickname' | 'affiliation' | 'sector' | 'teamWish' | 'language' | 'shows' | 'reading' | 'joinKey'>;

export const countParticipants = (tx: Transaction, eventId: string): Promise<number> => tx.countBy(ParticipantEntity, { eventId });

/** Everybody of an event. */
export const listParticipantIds = async (tx: Transaction, eventId: string): Promise<string[]> =>
  (await tx.find(ParticipantEntity, { where: { eventId }, select: { id: true } })).map((person) => person.id);

const SUGGESTED_THEMES = 12;

/** What teams could work on: data jackets that may be shared, then what at least two people care about or seek, most first. What everyday words mean is no theme. */
export async function suggestThemes(tx: Transaction, eventId: string): Promise<{ id: string; title: string; people: number }[]> {
  const jackets: { id: string; title: string; people: number }[] = await tx.query(
    `SELECT j.id, j.title, 1 AS people FROM data_jacket j JOIN participant p ON p.id = j.participant_id
     WHERE j.event_id = $1 AND NOT j.proposed AND j.sharing <> 'closed' AND NOT p.gone AND (p.shows ->> 'data')::boolean ORDER BY j.created_at, j.id LIMIT $2`, [eventId, SUGGESTED_THEMES]);
  const concepts: { concept: string; title: string; people: number }[] = await tx.query(
    `SELECT s.concept, ${WORD_OF_CONCEPT} AS title, count(DISTINCT s.participant_id)::int AS people
     FROM statement s JOIN participant p ON p.id = s.participant_id
     WHERE s.event_id = $1 AND s.kind <> 'skill' AND NOT s.removed AND NOT s.hidden AND NOT p.gone AND (p.shows ->> s.kind)::boolean
     GROUP BY s.concept HAVING count(DISTINCT s.participant_id) >= 2 ORDER BY people DESC, s.concept`, [eventId]);
  const shown = concepts.filter(({ concept }) => !isEverydayConcept(concept)).slice(0, SUGGESTED_THEMES);
  return [...jackets.map(({ id, ...theme }) => ({ id: themeOfJacket(id), ...theme })), ...shown.map(({ concept, ...theme }) => ({ id: `concept:${concept}`, ...theme }))];
}

/** In the room: who was checked in and has left is here again as soon as they come back. */
export const isInRoom = ({ here, gone }: Pick<ParticipantEntity, 'here' | 'gone'>): boolean => here && !gone;

/** People who can be put into teams now: here, not paused, not gone. */
export const countHere = (tx: Transaction, eventId: string): Promise<number> => tx.countBy(ParticipantEntity, { eventId, here: true, paused: false, gone: false });

export async function addParticipant(tx: Transaction, fields: NewParticipant): Promise<ParticipantRow> {
  return tx.save(ParticipantEntity, tx.create(ParticipantEntity, fields));
}

/** Who joined with this very request before, or null. */
export const findByJoinKey = (tx: Transaction, joinKey: string): Promise<ParticipantRow | null> => tx.findOneBy(ParticipantEntity, { joinKey });

/**
 * Whoever of an event bears this name and affiliation and wrote this introduction, or null. Without an introduction name and
 * affiliation are enough: theirs may have been written since.
 */
export async function findAlike(tx: Transaction, eventId: string, { nickname, affiliation, introduction }: { nickname: string; affiliation: string; introduction: string }): Promise<{ id: string } | null> {
  const [alike] = await tx.query(
    `SELECT p.id FROM participant p LEFT JOIN introduction i ON i.participant_id = p.id
     WHERE p.event_id = $1 AND p.nickname = $2 AND coalesce(p.affiliation, '') = $3 AND ($4 = '' OR i.text = $4) ORDER BY p.created_at, p.id LIMIT 1`, [eventId, nickname, affiliation, introduction]);
  return alike ?? null;
}

/** A participant of this event, or null: another event's participant is nobody here. */
export const findParticipant = (tx: Transaction, eventId: string, id: string): Promise<ParticipantRow | null> => tx.findOneBy(ParticipantEntity, { eventId, id });

/** The participant's row, locked, so that changes of one profile follow each other. Rows that point at it (candidates, seats) need not wait. */
export const lockParticipant = (tx: Transaction, eventId: string, id: string): Promise<ParticipantRow | null> =>
  tx.findOne(ParticipantEntity, { where: { eventId, id }, lock: { mode: 'for_no_key_update' } });

/**
 * People's rows locked, always in one order, so that what any of them does until the transaction ends waits for it.
 * @returns those of them who are in the room: here and not gone
 */
export async function lockPeople(tx: Transaction, ids: readonly string[]): Promise<Set<string>> {
  const rows: { id: string; present: boolean }[] = await tx.query('SELECT id, here AND NOT gone AS present FROM participant WHERE id = ANY($1) ORDER BY id FOR NO KEY UPDATE', [ids]);
  return new Set(rows.filter(({ present }) => present).map(({ id }) => id));
}

/**
 * The rows of everybody in an event, locked in the same order: whoever comes or goes just then does so before, or finds what the
 * transaction has done.
 * @returns who is in the room, and who of them takes part in the matching
 */
export async function lockRoom(tx: Transaction, eventId: string): Promise<{ present: Set<string>; matchable: string[] }> {
  const rows: { id: string; present: boolean; paused: boolean }[] = await tx.query('SELECT id, here AND NOT gone AS present, paused FROM participant WHERE event_id = $1 ORDER BY id FOR NO KEY UPDATE', [eventId]);
  const inRoom = rows.filter(({ present }) => present);
  return { present: new Set(inRoom.map(({ id }) => id)), matchable: inRoom.filter(({ paused }) => !paused).map(({ id }) => id) };
}

export async function changeParticipant(tx: Transaction, id: string, fields: Partial<Omit<ParticipantEntity, 'id' | 'eventId'>> | ProfileInput): Promise<void> {
  await tx.createQueryBuilder().update(ParticipantEntity).set({ ...fields, matchingRevision: () => 'matching_revision + 1' }).where({ id }).execute();
}

export async function addConsent(tx: Transaction, event: EventEntity, participant: ParticipantRow): Promise<void> {
  await tx.insert(ConsentEntity, { eventId: event.id, participantId: participant.id, textVersion: event.consentVersion, ...consentRead(event, participant.language), leavesTo: event.textsLeaveTo });
}

/** Agreed by the line alone that the introduction goes to the host which the event names; once is enough. */
export async function agreeToLeave(tx: Transaction, event: EventEntity, participantId: string, language: Language): Promise<void> {
  const host = event.textsLeaveTo!;
  if ((await hostsAgreedTo(tx, participantId)).includes(host)) return;
  await tx.insert(ConsentEntity, { eventId: event.id, participantId, textVersion: event.consentVersion, text: leavingLine(host)[language], language, leavesTo: host });
}

/** Takes back that the introduction leaves, to whatever host, and forgets what came back. */
export async function withdrawLeaving(tx: Transaction, participantId: string): Promise<void> {
  await tx.query('UPDATE consent SET leaving_withdrawn_at = now() WHERE participant_id = $1 AND leaves_to IS NOT NULL AND leaving_withdrawn_at IS NULL', [participantId]);
  await dropVectorOf(tx, participantId);
  await changeParticipant(tx, participantId, {});
}

/** Hosts to which a person's introduction may go by what they agreed to. */
export const hostsAgreedTo = async (tx: Transaction, participantId: string): Promise<string[]> => (await hostsAgreedToByEach(tx, [participantId])).get(participantId) ?? [];

/** The same of each of them who has agreed to any. */
export async function hostsAgreedToByEach(tx: Transaction, ids: string[]): Promise<Map<string, string[]>> {
  const rows: { id: string; hosts: string[] }[] = await tx.query(
    `SELECT participant_id AS id, array_agg(DISTINCT leaves_to ORDER BY leaves_to) AS hosts FROM consent
     WHERE participant_id = ANY($1) AND leaves_to IS NOT NULL AND leaving_withdrawn_at IS NULL AND withdrawn_at IS NULL GROUP BY participant_id`, [ids]);
  return new Map(rows.map(({ id, hosts }) => [id, hosts]));
}

export const listConsents = (tx: Transaction, participantId: string): Promise<ConsentEntity[]> => tx.find(ConsentEntity, { where: { participantId }, order: { givenAt: 'ASC' } });

export async function addToken(tx: Transaction, participant: { id: string; eventId: string }, tokenHash: string): Promise<void> {
  await tx.insert(ParticipantTokenEntity, { tokenHash, participantId: participant.id, eventId: participant.eventId });
}

/** The participant that a token belongs to, in this event only. */
export async function participantOfToken(tx: Transaction, eventId: string, tokenHash: string): Promise<string | null> {
  return (await tx.findOneBy(ParticipantTokenEntity, { tokenHash, eventId }))?.participantId ?? null;
}

/** Replaces a participant's return links: an older QR stops working. */
export async function replaceReturnLink(tx: Transaction, participantId: string, secretHash: string): Promise<void> {
  await tx.delete(ReturnLinkEntity, { participantId });
  await tx.insert(ReturnLinkEntity, { participantId, secretHash });
}

export async function participantOfReturn(tx: Transaction, secretHash: string): Promise<ParticipantRow | null> {
  const link = await tx.findOneBy(ReturnLinkEntity, { secretHash });
  return link && tx.findOneBy(ParticipantEntity, { id: link.participantId });
}

/** Hands browsers and return links of one participant to another. */
export async function moveTokens(tx: Transaction, fromId: string, toId: string): Promise<void> {
  await tx.update(ParticipantTokenEntity, { participantId: fromId }, { participantId: toId });
  await tx.update(ReturnLinkEntity, { participantId: fromId }, { participantId: toId });
}

/** Ends all browsers and return links of a participant, and what a repeated request would be let in by. */
export async function dropTokens(tx: Transaction, participantId: string): Promise<void> {
  await tx.delete(ParticipantTokenEntity, { participantId });
  await tx.delete(ReturnLinkEntity, { participantId });
  await tx.query('DELETE FROM answered_request WHERE participant_id = $1', [participantId]);
  await tx.update(ParticipantEntity, { id: participantId }, { joinKey: null });
}

/** Until when, and where, somebody is free to talk: nothing that matters to matching. */
export async function changeFree(tx: Transaction, id: string, freeUntil: Date | null, freePlace: string): Promise<void> {
  await tx.update(ParticipantEntity, { id }, { freeUntil, freePlace });
}

/** Those of them who have left. */
export const listLeft = async (tx: Transaction, eventId: string, ids: string[]): Promise<string[]> =>
  (await tx.find(ParticipantEntity, { where: { eventId, id: In(ids), gone: true }, select: { id: true } })).map(({ id }) => id);

/** Checks people in or out; who had left and is checked in has come back. @returns those whose presence changed */
export async function setHere(tx: Transaction, eventId: string, ids: string[], here: boolean): Promise<string[]> {
  const [rows] = await tx.query(
    `UPDATE participant SET here = $3, gone = gone AND NOT $3, matching_revision = matching_revision + 1
     WHERE event_id = $1 AND id = ANY($2) AND (here AND NOT gone) <> $3 RETURNING id`, [eventId, ids, here]);
  return rows.map((row: { id: string }) => row.id);
}
