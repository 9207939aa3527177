import { rulesWithoutPeople, type MemberRole } from '@tsunagu/contracts';
import type { Transaction } from '../database.js';
import { EventEntity } from '../entities/index.js';
import { findEndpoint } from './embeddings-endpoint.repository.js';
import { readWords, saveWords } from './event-words.repository.js';
import { listMembers, setMember } from './members.repository.js';

/** Gives a new event what an earlier one has set beside its form: rules that name nobody, what is shown and may leave, other services, and its own words. */
export async function copySettings(tx: Transaction, fromId: string, toId: string): Promise<void> {
  const { rules, services, wallAffiliations, textsLeaveTo } = await tx.findOneByOrFail(EventEntity, { id: fromId });
  const host = textsLeaveTo === null ? null : (await findEndpoint(tx))?.host ?? null;
  await tx.update(EventEntity, { id: toId }, { rules: rulesWithoutPeople(rules).rules as object, services, wallAffiliations, textsLeaveTo: host });
  const words = await readWords(tx, fromId);
  if (words.length > 0) await saveWords(tx, toId, words.map(({ label, spellings, kind, refused }) => ({ label, spellings, kind, refused })));
}

/** Lets those who work on an earlier event work on a new one, in the same roles; its maker stays its owner. @returns who was added */
export async function copyMembers(tx: Transaction, fromId: string, toId: string, makerId: string): Promise<{ login: string; role: MemberRole }[]> {
  const others = (await listMembers(tx, fromId)).filter(({ organiserId }) => organiserId !== makerId);
  for (const { organiserId, role } of others) await setMember(tx, toId, organiserId, role);
  return others.map(({ login, role }) => ({ login, role }));
}
