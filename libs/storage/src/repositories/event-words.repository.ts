import { Not } from 'typeorm';
import type { EventWordView, WordsInput } from '@tsunagu/contracts';
import type { Transaction } from '../database.js';
import { EventWordEntity, IntroductionEntity } from '../entities/index.js';

/** Adds words to an event's own; one that it has already is replaced. */
export async function saveWords(tx: Transaction, eventId: string, words: WordsInput['words']): Promise<void> {
  await tx.upsert(EventWordEntity, [...new Map(words.map((word) => [word.label, { ...word, eventId }])).values()], ['eventId', 'label']);
}

/** @returns the word that was removed, or null where there was none */
export async function removeWord(tx: Transaction, eventId: string, id: string): Promise<EventWordEntity | null> {
  const word = await tx.findOneBy(EventWordEntity, { eventId, id });
  if (word) await tx.delete(EventWordEntity, { id });
  return word;
}

export const countWords = (tx: Transaction, eventId: string): Promise<number> => tx.countBy(EventWordEntity, { eventId });

export async function readWords(tx: Transaction, eventId: string): Promise<EventWordView[]> {
  const rows = await tx.find(EventWordEntity, { where: { eventId }, order: { label: 'ASC' } });
  return rows.map(({ id, label, spellings, kind, refused }) => ({ id, label, spellings, kind, refused }));
}

export interface UsedWord { label: string; spellings: string[]; kind?: 'skill' | 'interest' }

/** The words that introductions of this event are read with. */
export async function listUsedWords(tx: Transaction, eventId: string): Promise<UsedWord[]> {
  const rows = await tx.find(EventWordEntity, { where: { eventId, refused: false }, order: { label: 'ASC' } });
  return rows.map(({ label, spellings, kind }) => ({ label, spellings, ...(kind ? { kind } : {}) }));
}

/** Everybody whose introduction can be read again. */
export async function listIntroduced(tx: Transaction, eventId: string): Promise<string[]> {
  return (await tx.find(IntroductionEntity, { where: { eventId, text: Not('') }, select: { participantId: true } })).map(({ participantId }) => participantId);
}
