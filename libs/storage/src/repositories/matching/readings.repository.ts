import { In } from 'typeorm';
import type { Transaction } from '../../database.js';
import { DataJacketEntity, StatementEntity, type WeightedConcept } from '../../entities/index.js';
import { withholdWithTags } from '../profiles.repository.js';

export type StatementRow = StatementEntity;
export type JacketRow = DataJacketEntity;
export type NewStatement = Pick<StatementEntity, 'kind' | 'label' | 'en' | 'sound' | 'concept' | 'role' | 'score' | 'evidence' | 'rule' | 'foundAs'>;
export interface StatementChanges {
  add: NewStatement[];
  change: ({ id: string } & Partial<NewStatement>)[];
  remove: string[];
}

/** Writes what a reading of an introduction's revision changes in a person's statements. */
export async function saveStatements(tx: Transaction, owner: { eventId: string; participantId: string; revision: number }, changes: StatementChanges): Promise<void> {
  if (changes.remove.length) await tx.delete(StatementEntity, { id: In(changes.remove), participantId: owner.participantId });
  for (const { id, ...fields } of changes.change) await tx.update(StatementEntity, { id }, { ...fields, revision: owner.revision });
  if (changes.add.length) await tx.insert(StatementEntity, changes.add.map((statement) => ({ ...statement, ...owner, byHand: false, hidden: false, removed: false })));
  await withholdWithTags(tx, owner.participantId);
}

/** Remembers what a jacket is about. */
export async function setJacketConcepts(tx: Transaction, jacketId: string, concepts: WeightedConcept[]): Promise<void> {
  await tx.update(DataJacketEntity, { id: jacketId }, { concepts });
}

/** Offers a jacket for data that an introduction mentions; its holder confirms or removes it. */
export async function proposeJacket(tx: Transaction, fields: { eventId: string; participantId: string; title: string; concepts: WeightedConcept[] }): Promise<void> {
  await tx.insert(DataJacketEntity, { ...fields, description: '', sharing: 'negotiable', proposed: true });
}

/** Takes back proposals that nobody has confirmed. */
export async function withdrawJackets(tx: Transaction, ids: string[]): Promise<void> {
  if (ids.length) await tx.delete(DataJacketEntity, { id: In(ids), proposed: true });
}
