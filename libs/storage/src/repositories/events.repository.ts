import { isDeepStrictEqual } from 'node:util';
import { defaultConsent, fieldProblem, isDefaultConsent, Problem, RECIPES, type Consent, type EventInput, type EventPatch, type MemberRole } from '@tsunagu/contracts';
import type { Transaction } from '../database.js';
import { EventEntity } from '../entities/index.js';
import { makeJoinCode, makeToken } from '../secrets.js';
import { holdAlone, holdTogether } from '../turns.js';
import { findEndpoint } from './embeddings-endpoint.repository.js';
import { dropVectors } from './matching/introduction-vectors.repository.js';
import { setMember } from './members.repository.js';

export type EventRow = EventEntity;

/** Creates an event from a recipe, open for joining at once. */
export async function addEvent(tx: Transaction, organiserId: string, { teamSize, consentText, consentTranslations = {}, ...plain }: Omit<EventInput, 'basedOn'>): Promise<EventRow> {
  const recipe = RECIPES[plain.recipe];
  const size = teamSize ?? recipe.teamSize;
  const event = await tx.save(EventEntity, tx.create(EventEntity, {
    ...plain, state: 'open', joinCode: makeJoinCode(), wallSecret: makeToken(), pseudonymKey: makeToken(), teamMin: size.min, teamMax: size.max,
    ...consentOf(plain, consentText ?? defaultConsent(plain.title, plain.retentionDays), consentTranslations), consentVersion: 1, rules: { ...recipe.rules }, room: null, webhooks: false, wallAffiliations: false, textsLeaveTo: null, services: [], version: 1,
  }));
  await setMember(tx, event.id, organiserId, 'owner');
  return event;
}

/** What people will agree to. @throws Problem event.consent_in_japanese_first where the prepared text, which is there in each language, is translated otherwise */
function consentOf({ title, retentionDays }: { title: string; retentionDays: number }, consentText: string, translations: Consent['consentTranslations']): Omit<Consent, 'textsLeaveTo'> {
  const written = Object.fromEntries(Object.entries(translations).filter(([, text]) => text));
  if (!isDefaultConsent(consentText)) return { consentText, consentTranslations: written };
  const [language] = Object.keys(written);
  if (language) throw new Problem('event.consent_in_japanese_first', { errors: [fieldProblem(`consentTranslations.${language}`, 'event.consent_in_japanese_first')] });
  return { consentText: defaultConsent(title, retentionDays), consentTranslations: {} };
}

export const findEvent = (tx: Transaction, eventId: string): Promise<EventRow | null> => tx.findOneBy(EventEntity, { id: eventId });
export const findEventByCode = (tx: Transaction, joinCode: string): Promise<EventRow | null> => tx.findOneBy(EventEntity, { joinCode });
export const findEventByWall = (tx: Transaction, wallSecret: string): Promise<EventRow | null> => tx.findOneBy(EventEntity, { wallSecret });

/** The event's row, locked: joining and capacity, closing and team runs are decided one after the other. */
export async function lockEvent(tx: Transaction, eventId: string): Promise<EventRow | null> {
  return tx.findOne(EventEntity, { where: { id: eventId }, lock: { mode: 'for_no_key_update' } });
}

/** Keeps an event from being closed until this transaction ends; any number of them do so side by side. @returns false where it is closed */
export async function holdOpen(tx: Transaction, eventId: string): Promise<boolean> {
  await holdTogether(tx, eventId);
  return (await findEvent(tx, eventId))?.state !== 'closed';
}

/** Waits for those that hold the event open, and lets none begin before this transaction has ended. To be asked for before any row is locked. */
export const awaitClosing = (tx: Transaction, eventId: string): Promise<void> => holdAlone(tx, eventId);

/** An organiser's events, the latest first, after the one with the id of `cursor`; whoever has left is counted, as in the room's numbers. */
export async function listEventsOf(
  tx: Transaction, organiserId: string, { limit = 500, cursor }: { limit?: number; cursor?: string } = {},
): Promise<{ id: string; title: string; heldOn: string; state: EventRow['state']; erased: boolean; people: number; role: MemberRole }[]> {
  return tx.query(
    `SELECT e.id, e.title, e.held_on AS "heldOn", e.state, e.erased_at IS NOT NULL AS erased, (SELECT count(*)::int FROM participant p WHERE p.event_id = e.id) AS people, o.role
     FROM event e JOIN event_organiser o ON o.event_id = e.id WHERE o.organiser_id = $1 AND ($3::uuid IS NULL OR (e.held_on, e.id) < (SELECT held_on, id FROM event WHERE id = $3))
     ORDER BY e.held_on DESC, e.id DESC LIMIT $2`, [organiserId, limit, cursor ?? null]);
}

/** SQL: when an event is over at the latest, also where nobody has closed it. */
const LATEST_END = "held_on::date + interval '1 day'";

/**
 * SQL: the end from which the days until erasure count. It is the first closing, whatever is opened and closed after it, or the end of
 * the event's day where it is closed later; only a closing from before the event's day, which is taken back, was not the end.
 */
const END_AFTER: Record<'open' | 'closed', string> = { closed: `coalesce(closed_at, least(now(), ${LATEST_END}))`, open: 'CASE WHEN closed_at >= held_on::date THEN closed_at END' };

/** The announcement keeps its time of day when the event moves to another day. */
const movedWith = ({ teamsAt, heldOn }: EventRow, day = heldOn): Date | null => teamsAt && new Date(teamsAt.getTime() + Date.parse(day) - Date.parse(heldOn));

/**
 * Changes an event's settings where its version is still the given one. The consent text that every event begins with
 * goes with the title and the days; one that says something else than before gets a new version number, and so does one that
 * begins or ceases to say that introductions leave; where they no longer may, their vectors are forgotten.
 * @returns false where somebody else changed it first
 */
export async function changeEvent(tx: Transaction, eventId: string, { version, teamSize, consentText, consentTranslations, state, rules, teamsAt, textsLeave, ...plain }: EventPatch): Promise<boolean> {
  const before = await findEvent(tx, eventId);
  if (!before) return false;
  const consent = consentOf({ ...before, ...plain }, consentText ?? before.consentText, consentTranslations ?? (consentText && isDefaultConsent(consentText) ? {} : before.consentTranslations));
  const textsLeaveTo = textsLeave === undefined || textsLeave === (before.textsLeaveTo !== null) ? before.textsLeaveTo : textsLeave ? (await findEndpoint(tx))?.host ?? null : null;
  const saysTheSame = textsLeaveTo === before.textsLeaveTo && isDeepStrictEqual(consent, { consentText: before.consentText, consentTranslations: before.consentTranslations });
  const result = await tx.createQueryBuilder().update(EventEntity)
    .set({
      ...plain,
      ...(rules === undefined ? {} : { rules: rules as object }),
      teamsAt: teamsAt === undefined ? movedWith(before, plain.heldOn) : teamsAt && new Date(teamsAt),
      ...(teamSize ? { teamMin: teamSize.min, teamMax: teamSize.max } : {}),
      ...(saysTheSame ? {} : { ...consent, textsLeaveTo, consentVersion: () => 'consent_version + 1' }),
      ...(state === undefined ? {} : { state, closedAt: () => END_AFTER[state] }),
      version: () => 'version + 1',
    })
    .where('id = :eventId AND version = :version', { eventId, version }).execute();
  if (result.affected === 1 && before.textsLeaveTo !== null && textsLeaveTo === null) await dropVectors(tx, eventId);
  return result.affected === 1;
}

/** Open events whose introductions go to this host. */
export const listEventsSending = async (tx: Transaction, host: string): Promise<string[]> =>
  (await tx.find(EventEntity, { where: { textsLeaveTo: host, state: 'open' }, select: { id: true } })).map(({ id }) => id);

export async function setJoinCode(tx: Transaction, eventId: string, joinCode: string): Promise<void> {
  await tx.update(EventEntity, { id: eventId }, { joinCode });
}

/** Events past their retention date whose people have not been erased yet. An event that nobody closed counts from its own date. */
export async function eventsToErase(tx: Transaction): Promise<EventRow[]> {
  return tx.createQueryBuilder(EventEntity, 'event').where('event.erased_at IS NULL')
    .andWhere(`coalesce(closed_at, ${LATEST_END}) + make_interval(days => retention_days) < now()`).getMany();
}
