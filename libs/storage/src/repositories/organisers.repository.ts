import { IsNull, Not, type FindOperator } from 'typeorm';
import type { MemberRole } from '@tsunagu/contracts';
import type { Transaction } from '../database.js';
import { EventOrganiserEntity, LoginLinkEntity, OrganiserEntity, OrganiserSessionEntity } from '../entities/index.js';

/** of an organiser `o`: nobody gets in without a link */
export const NEEDS_LINK = '(o.password_hash IS NULL AND NOT EXISTS (SELECT 1 FROM organiser_session s WHERE s.organiser_id = o.id))';

export interface Organiser { id: string; login: string; passwordHash: string | null; operator: boolean }

/** The organiser with this login name, or null. Large and small letters are one: of two accounts from before that was so, it is the one that is written alike. */
export async function findOrganiser(tx: Transaction, login: string): Promise<Organiser | null> {
  const [found] = await tx.query('SELECT id, login, password_hash AS "passwordHash", operator FROM organiser WHERE lower(login) = lower($1) ORDER BY login = $1 DESC, login LIMIT 1', [login]);
  return found ?? null;
}

/** Makes sure that an organiser of this login name exists. `invitedBy`: the event whose owner makes who does not. */
export async function ensureOrganiser(tx: Transaction, login: string, invitedBy: string | null = null): Promise<Organiser> {
  const present = await findOrganiser(tx, login);
  if (present) return present;
  await tx.query('INSERT INTO organiser (login, invited_by) VALUES ($1, $2) ON CONFLICT (login) DO NOTHING', [login, invitedBy]);
  return tx.findOneByOrFail(OrganiserEntity, { login });
}

/** Lets an organiser see how the installation runs, and make API keys. */
export async function makeOperator(tx: Transaction, organiserId: string): Promise<void> {
  await tx.update(OrganiserEntity, { id: organiserId }, { operator: true });
}

export const countOperators = (tx: Transaction): Promise<number> => tx.countBy(OrganiserEntity, { operator: true });

/** Lets one transaction at a time act for an organiser. */
export async function lockOrganiser(tx: Transaction, organiserId: string): Promise<void> {
  await tx.findOne(OrganiserEntity, { where: { id: organiserId }, lock: { mode: 'for_no_key_update' } });
}

export async function setPasswordHash(tx: Transaction, organiserId: string, passwordHash: string): Promise<void> {
  await tx.update(OrganiserEntity, { id: organiserId }, { passwordHash });
}

export async function addLoginLink(tx: Transaction, organiserId: string, tokenHash: string, expiresAt: Date): Promise<void> {
  await tx.insert(LoginLinkEntity, { organiserId, tokenHash, expiresAt });
}

/** Makes an account that an event's owner has made the operator's to hand out: that owner has no link to it any longer, and gets none. */
export const takeFromInviter = (tx: Transaction, organiserId: string): Promise<void> => takeFrom(tx, organiserId, Not(IsNull()));

/** The same where the account comes to work on another event: whoever holds a link of that owner would be in there too. */
export const takeFromOtherInviter = (tx: Transaction, organiserId: string, eventId: string): Promise<void> => takeFrom(tx, organiserId, Not(eventId));

async function takeFrom(tx: Transaction, organiserId: string, invitedBy: FindOperator<string | null>): Promise<void> {
  const { affected } = await tx.update(OrganiserEntity, { id: organiserId, invitedBy }, { invitedBy: null });
  if (affected) await endLoginLinks(tx, organiserId);
}

/** Ends the links that nobody has used. */
async function endLoginLinks(tx: Transaction, organiserId: string): Promise<void> {
  await tx.delete(LoginLinkEntity, { organiserId, usedAt: IsNull() });
}

/** May an event's owner have a link to this account? Only to one that was made for the event, belongs to no other, and into which nobody gets without a link. */
export async function mayBeHandedOut(tx: Transaction, organiserId: string, eventId: string): Promise<boolean> {
  const [{ may }] = await tx.query(
    `SELECT EXISTS (SELECT 1 FROM organiser o WHERE o.id = $1 AND o.invited_by = $2 AND NOT o.operator AND ${NEEDS_LINK}
       AND NOT EXISTS (SELECT 1 FROM event_organiser e WHERE e.organiser_id = o.id AND e.event_id <> $2)) AS may`, [organiserId, eventId]);
  return may;
}

/** Uses a login link up. @returns its organiser's id, or null where it is unknown, used or expired */
export async function useLoginLink(tx: Transaction, tokenHash: string): Promise<string | null> {
  const [rows] = await tx.query('UPDATE login_link SET used_at = now() WHERE token_hash = $1 AND used_at IS NULL AND expires_at > now() RETURNING organiser_id', [tokenHash]);
  return rows[0]?.organiser_id ?? null;
}

export async function addSession(tx: Transaction, organiserId: string, tokenHash: string, hours: number): Promise<void> {
  await tx.query("INSERT INTO organiser_session (token_hash, organiser_id, seen_at, expires_at) VALUES ($1, $2, now(), now() + make_interval(hours => $3))", [tokenHash, organiserId, hours]);
}

/** The organiser of a live session, or null. A session idle for longer than the given hours has ended. */
export async function organiserOfSession(tx: Transaction, tokenHash: string, idleHours: number): Promise<Organiser | null> {
  const rows = await tx.query(
    `SELECT o.id, o.login, o.password_hash AS "passwordHash", o.operator FROM organiser_session s JOIN organiser o ON o.id = s.organiser_id
     WHERE s.token_hash = $1 AND s.expires_at > now() AND s.seen_at > now() - make_interval(hours => $2)`, [tokenHash, idleHours]);
  if (!rows.length) return null;
  await tx.query("UPDATE organiser_session SET seen_at = now() WHERE token_hash = $1 AND seen_at < now() - interval '1 minute'", [tokenHash]);
  return rows[0];
}

export async function endSession(tx: Transaction, tokenHash: string): Promise<void> {
  await tx.delete(OrganiserSessionEntity, { tokenHash });
}

/** Ends an organiser's sessions but one, and the links that nobody has used. */
export async function endOtherSessions(tx: Transaction, organiserId: string, tokenHash: string): Promise<void> {
  await tx.delete(OrganiserSessionEntity, { organiserId, tokenHash: Not(tokenHash) });
  await endLoginLinks(tx, organiserId);
}

/** Forgets sessions that have ended by themselves and links that sign nobody in any more, whosesoever they were. */
export async function forgetEndedSessions(tx: Transaction, idleHours: number): Promise<void> {
  await tx.query('DELETE FROM organiser_session WHERE expires_at < now() OR seen_at < now() - make_interval(hours => $1)', [idleHours]);
  await tx.query('DELETE FROM login_link WHERE expires_at < now() OR used_at IS NOT NULL');
}

/** Events on which an organiser works, but those whose people are erased, always in one order. */
export async function eventsWorkedOn(tx: Transaction, organiserId: string): Promise<string[]> {
  const rows: { id: string }[] = await tx.query('SELECT e.id FROM event_organiser o JOIN event e ON e.id = o.event_id WHERE o.organiser_id = $1 AND e.erased_at IS NULL ORDER BY e.id', [organiserId]);
  return rows.map(({ id }) => id);
}

/** What an organiser may do in an event, or null for nothing. */
export async function roleIn(tx: Transaction, eventId: string, organiserId: string): Promise<MemberRole | null> {
  return (await tx.findOneBy(EventOrganiserEntity, { eventId, organiserId }))?.role ?? null;
}
