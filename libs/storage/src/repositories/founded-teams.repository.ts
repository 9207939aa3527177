import { In } from 'typeorm';
import type { Transaction } from '../database.js';
import { FoundedTeamEntity, FoundedTeamMemberEntity } from '../entities/index.js';

type FoundedTeamRow = FoundedTeamEntity;

export async function addFoundedTeam(tx: Transaction, fields: Pick<FoundedTeamEntity, 'eventId' | 'name' | 'seats' | 'wants'>, founderId: string): Promise<FoundedTeamRow> {
  const team = await tx.save(FoundedTeamEntity, tx.create(FoundedTeamEntity, { ...fields, version: 1 }));
  await tx.insert(FoundedTeamMemberEntity, { participantId: founderId, foundedTeamId: team.id });
  return team;
}

/** The team, locked, so that of two who want the last seat one gets it. */
export const lockFoundedTeam = (tx: Transaction, eventId: string, id: string): Promise<FoundedTeamRow | null> =>
  tx.findOne(FoundedTeamEntity, { where: { eventId, id }, lock: { mode: 'for_no_key_update' } });

export const findFoundedTeamOf = async (tx: Transaction, participantId: string): Promise<string | null> =>
  (await tx.findOneBy(FoundedTeamMemberEntity, { participantId }))?.foundedTeamId ?? null;

/** In the order in which they came. */
export const listFoundedMembers = async (tx: Transaction, foundedTeamId: string): Promise<string[]> =>
  (await tx.find(FoundedTeamMemberEntity, { where: { foundedTeamId }, order: { joinedAt: 'ASC', participantId: 'ASC' } })).map((one) => one.participantId);

export const addFoundedMember = async (tx: Transaction, foundedTeamId: string, participantId: string): Promise<void> => {
  await tx.insert(FoundedTeamMemberEntity, { foundedTeamId, participantId });
  await tx.increment(FoundedTeamEntity, { id: foundedTeamId }, 'version', 1);
};

/**
 * Ends teams that stand in the round that is published now; those that stood in the one before go. Until then, those who care for the standing teams know them.
 * @param ids those that stand
 */
export async function endFoundedTeams(tx: Transaction, eventId: string, ids: string[]): Promise<void> {
  await tx.delete(FoundedTeamEntity, { eventId, ended: true });
  await tx.update(FoundedTeamEntity, { id: In(ids) }, { ended: true });
}

/** Takes a person out; a team that nobody is left in goes. */
export async function removeFoundedMember(tx: Transaction, foundedTeamId: string, participantId: string): Promise<void> {
  await tx.delete(FoundedTeamMemberEntity, { participantId });
  await tx.increment(FoundedTeamEntity, { id: foundedTeamId }, 'version', 1);
  if (!await tx.existsBy(FoundedTeamMemberEntity, { foundedTeamId })) await tx.delete(FoundedTeamEntity, { id: foundedTeamId });
}

/** Changes the team where its version is still the given one. */
export async function changeFoundedTeam(tx: Transaction, id: string, version: number, fields: Partial<Pick<FoundedTeamEntity, 'name' | 'seats' | 'wants'>>): Promise<boolean> {
  const result = await tx.createQueryBuilder().update(FoundedTeamEntity).set({ ...fields, version: () => 'version + 1' }).where('id = :id AND version = :version', { id, version }).execute();
  return result.affected === 1;
}
