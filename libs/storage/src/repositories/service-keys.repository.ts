import { IsNull } from 'typeorm';
import type { KeyView } from '@tsunagu/contracts';
import type { Transaction } from '../database.js';
import { ServiceKeyEntity } from '../entities/index.js';
import { hashToken, makeToken } from '../secrets.js';

const PREFIX = 'tsk_';
const HINT = PREFIX.length + 6;

const toKeyView = (key: ServiceKeyEntity): KeyView => ({
  id: key.id, service: key.service, name: key.name, hint: key.hint, createdBy: key.createdBy,
  createdAt: key.createdAt.toISOString(), usedAt: key.usedAt?.toISOString() ?? null, revokedAt: key.revokedAt?.toISOString() ?? null,
});

/** Makes a key. @returns it in clear, this once */
export async function addServiceKey(tx: Transaction, { service, name, createdBy }: { service: string; name: string; createdBy: string }): Promise<{ key: KeyView; secret: string }> {
  const secret = PREFIX + makeToken();
  const row = await tx.save(ServiceKeyEntity, tx.create(ServiceKeyEntity, { service, name, createdBy, keyHash: hashToken(secret), hint: secret.slice(0, HINT), usedAt: null, revokedAt: null }));
  return { key: toKeyView(row), secret };
}

/** All keys, the latest first. */
export const listServiceKeys = async (tx: Transaction): Promise<KeyView[]> => (await tx.find(ServiceKeyEntity, { order: { createdAt: 'DESC', id: 'ASC' } })).map(toKeyView);

/** The service whose key this is, or null where it is unknown or revoked. Its last use is noted to the minute. */
export async function serviceOfKey(tx: Transaction, keyHash: string): Promise<string | null> {
  const key = await tx.findOneBy(ServiceKeyEntity, { keyHash, revokedAt: IsNull() });
  if (!key) return null;
  await tx.query("UPDATE service_key SET used_at = now() WHERE id = $1 AND (used_at IS NULL OR used_at < now() - interval '1 minute')", [key.id]);
  return key.service;
}

/** Ends a key. @returns its service, or null where there is no such key that still works */
export async function revokeServiceKey(tx: Transaction, id: string): Promise<string | null> {
  const [rows] = await tx.query('UPDATE service_key SET revoked_at = now() WHERE id = $1 AND revoked_at IS NULL RETURNING service', [id]);
  return rows[0]?.service ?? null;
}
