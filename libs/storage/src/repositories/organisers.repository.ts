import type { MemberRole } from '@tsunagu/contracts';
import type { Transaction } from '../database.js';
import { EventOrganiserEntity, LoginLinkEntity, OrganiserEntity, OrganiserSessionEntity } from '../entities/index.js';

export interface Organiser { id: string; login: string; passwordHash: string | null; operator: boolean }

/** The organiser with this login name, or null. */
export const findOrganiser = (tx: Transaction, login: string): Promise<Organiser | null> => tx.findOneBy(OrganiserEntity, { login });

/** Makes sure that an organiser of this login name exists. */
export async function ensureOrganiser(tx: Transaction, login: string): Promise<Organiser> {
  await tx.query('INSERT INTO organiser (login) VALUES ($1) ON CONFLICT (login) DO NOTHING', [login]);
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

/** What an organiser may do in an event, or null for nothing. */
export async function roleIn(tx: Transaction, eventId: string, organiserId: string): Promise<MemberRole | null> {
  return (await tx.findOneBy(EventOrganiserEntity, { eventId, organiserId }))?.role ?? null;
}
