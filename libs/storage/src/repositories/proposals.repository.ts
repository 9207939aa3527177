import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { In, Not } from 'typeorm';
import type { Transaction } from '../database.js';
import { ProposalEntity, type DraftPlan } from '../entities/index.js';

export type ProposalRow = ProposalEntity;
type NewProposal = Pick<ProposalEntity, 'eventId' | 'sizeMin' | 'sizeMax' | 'seed' | 'seconds' | 'rules' | 'createdBy'> & Partial<Pick<ProposalEntity, 'label' | 'rounds' | 'plan'>>;

/** Proposals kept beside the draft; older ones are discarded. */
const KEPT_ASIDE = 4;

const unformed = (): Pick<ProposalEntity, 'status' | 'version' | 'plan' | 'conflicts' | 'wishes' | 'broken'> =>
  ({ status: 'forming', version: 1, plan: { teams: [], unplaced: [] }, conflicts: [], wishes: [], broken: [] });

/** Starts a new draft. The present one is put aside, to be compared and chosen again; a run that has not ended or has failed is discarded. */
export async function addProposal(tx: Transaction, fields: NewProposal): Promise<ProposalRow> {
  await putAside(tx, fields.eventId);
  return tx.save(ProposalEntity, tx.create(ProposalEntity, {
    label: '', rounds: 1, ...unformed(), ...fields, number: await nextNumber(tx, fields.eventId), round: 1, series: randomUUID(),
  }));
}

const nextNumber = async (tx: Transaction, eventId: string): Promise<number> =>
  (await tx.query('SELECT coalesce(max(number), 0) + 1 AS number FROM proposal WHERE event_id = $1', [eventId]))[0].number;

/** Clears the place of the draft: the present one goes aside with its planned rounds, what has no plan is discarded. `keptId` stays in any case. */
export async function putAside(tx: Transaction, eventId: string, keptId?: string): Promise<void> {
  await tx.update(ProposalEntity, { eventId, status: In(['forming', 'failed']) }, { status: 'discarded', version: () => 'version + 1' });
  await tx.update(ProposalEntity, { eventId, status: 'draft' }, { status: 'aside', version: () => 'version + 1' });
  const aside = await tx.find(ProposalEntity, { where: { eventId, status: 'aside' }, order: { number: 'DESC' } });
  for (const { series } of aside.filter(({ id }) => id !== keptId).slice(KEPT_ASIDE)) await discardSeries(tx, eventId, series);
}

/** Ends every unpublished proposal of a series. */
export async function discardSeries(tx: Transaction, eventId: string, series: string): Promise<void> {
  await tx.update(ProposalEntity, { eventId, series, status: Not(In(['published', 'discarded'])) }, { status: 'discarded', version: () => 'version + 1' });
}

/** Ends what was put aside, once another proposal is published. Planned rounds of the published series stay. */
export async function discardOthers(tx: Transaction, eventId: string, series: string): Promise<void> {
  await tx.update(ProposalEntity, { eventId, series: Not(series), status: In(['aside', 'planned']) }, { status: 'discarded', version: () => 'version + 1' });
}

/** Adds the later rounds that were planned together with a proposal. */
export async function addPlannedRounds(tx: Transaction, first: ProposalRow, rounds: (Pick<ProposalEntity, 'plan' | 'objective' | 'wishes' | 'broken' | 'repeats'>)[]): Promise<void> {
  const { eventId, sizeMin, sizeMax, seed, seconds, rules, createdBy, label, series } = first;
  await tx.delete(ProposalEntity, { eventId, series, status: 'planned' });
  for (const [at, round] of rounds.entries()) {
    await tx.save(ProposalEntity, tx.create(ProposalEntity, {
      ...unformed(), eventId, sizeMin, sizeMax, seed, seconds, rules, createdBy, label, series, ...round, status: 'planned',
      baseline: null, baselineBest: null, lastDelta: null, number: await nextNumber(tx, eventId), round: first.round + at + 1, rounds: first.rounds,
    }));
  }
}

/** The next round that was planned together with this one, or null. */
export const findPlannedRound = (tx: Transaction, { eventId, series, round }: Pick<ProposalRow, 'eventId' | 'series' | 'round'>): Promise<ProposalRow | null> =>
  tx.findOneBy(ProposalEntity, { eventId, series, round: round + 1, status: 'planned' });

/** All rounds that are planned to follow, of the same series. */
export const listPlannedRounds = (tx: Transaction, { eventId, series }: Pick<ProposalRow, 'eventId' | 'series'>): Promise<ProposalRow[]> =>
  tx.find(ProposalEntity, { where: { eventId, series, status: 'planned' }, order: { round: 'ASC' } });

/** Proposals put aside that were asked for alike: the same sizes and rules, one round. */
export async function listAlikeAside(tx: Transaction, { eventId, sizeMin, sizeMax, rules }: Pick<ProposalRow, 'eventId' | 'sizeMin' | 'sizeMax' | 'rules'>): Promise<ProposalRow[]> {
  const aside = await tx.find(ProposalEntity, { where: { eventId, status: 'aside', rounds: 1, sizeMin, sizeMax }, order: { number: 'ASC' } });
  return aside.filter((one) => isDeepStrictEqual(one.rules, rules));
}

export const findProposal = (tx: Transaction, eventId: string, id: string): Promise<ProposalRow | null> => tx.findOneBy(ProposalEntity, { eventId, id });

/** The same, locked: an erasing and whoever saves it follow each other. */
export const lockProposal = (tx: Transaction, eventId: string, id: string): Promise<ProposalRow | null> =>
  tx.findOne(ProposalEntity, { where: { eventId, id }, lock: { mode: 'for_no_key_update' } });

/** All proposals of an event, locked, in the order of their numbers. */
export async function lockProposals(tx: Transaction, eventId: string): Promise<ProposalRow[]> {
  const read = (): Promise<ProposalRow[]> => tx.find(ProposalEntity, { where: { eventId }, order: { number: 'ASC' }, lock: { mode: 'for_no_key_update' } });
  await read(); // whoever held one may have added others meanwhile, which only a second look sees
  return read();
}

/** Changes a draft where its version and state are still the given ones. @returns the new version, or null where somebody was faster */
export async function changeProposal(
  tx: Transaction, at: { id: string; version: number; status?: ProposalEntity['status'] },
  fields: Partial<Pick<ProposalEntity, 'status' | 'plan' | 'objective' | 'baseline' | 'baselineBest' | 'lastDelta' | 'conflicts' | 'seed' | 'wishes' | 'broken' | 'repeats' | 'publishedAt'>>,
): Promise<number | null> {
  const result = await tx.createQueryBuilder().update(ProposalEntity).set({ ...fields, version: () => 'version + 1' } as object)
    .where('id = :id AND version = :version', at).andWhere('status = :status', { status: at.status ?? 'draft' }).execute();
  return result.affected === 1 ? at.version + 1 : null;
}

/** Everybody who is named in a plan. */
export const peopleOf = (plan: DraftPlan): string[] => [...plan.teams.flatMap((team) => team.members.map((member) => member.participantId)), ...plan.unplaced.map((one) => one.participantId)];
