import { In, Not } from 'typeorm';
import type { EventWordView, WordPatch, WordsInput } from '@tsunagu/contracts';
import type { Transaction } from '../database.js';
import { EventWordEntity, IntroductionEntity } from '../entities/index.js';

type NewWord = WordsInput['words'][number];

/** What is known of a word once it is given again: every spelling of it, its kind where it is not given anew, and whether it is used as said last. */
const together = (known: NewWord, { label, spellings, kind, refused }: NewWord): NewWord =>
  ({ label, spellings: [...new Set([...known.spellings, ...spellings])], kind: kind ?? known.kind, refused });

/** Adds words to an event's own. One that it has already, or that is given twice, loses nothing of what it was. */
export async function saveWords(tx: Transaction, eventId: string, words: WordsInput['words']): Promise<void> {
  const saved = new Map<string, NewWord>((await tx.findBy(EventWordEntity, { eventId, label: In(words.map(({ label }) => label)) })).map((word) => [word.label, word]));
  for (const word of words) {
    const known = saved.get(word.label);
    saved.set(word.label, known ? together(known, word) : word);
  }
  await tx.upsert(EventWordEntity, [...saved.values()].map(({ label, spellings, kind, refused }) => ({ eventId, label, spellings, kind, refused })), ['eventId', 'label']);
}

/** Gives a word other spellings and another kind. @returns the word, or null where there is none */
export async function changeWord(tx: Transaction, eventId: string, id: string, patch: WordPatch): Promise<EventWordEntity | null> {
  await tx.update(EventWordEntity, { eventId, id }, patch);
  return tx.findOneBy(EventWordEntity, { eventId, id });
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
