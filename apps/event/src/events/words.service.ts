import { Injectable } from '@nestjs/common';
import { LIMITS, orderReading, Problem, type EventWordView, type WordPatch, type WordsInput } from '@tsunagu/contracts';
import { audit, changeWord, countWords, lockEvent, listIntroduced, readWords, removeWord, saveWords, tellMe, tellWords, type Entry, type Transaction } from '@tsunagu/storage';
import type { OrganiserCaller } from '../access/caller.js';
import { Changes } from '../changes.service.js';

/** The event's own words. Whenever they change, everybody's introduction is read again with them. */
@Injectable()
export class WordsService {
  constructor(private readonly changes: Changes) {}

  /** @throws Problem words.too_many, words.too_many_spellings, words.other_spelling where one of them is another word's already */
  add(organiser: OrganiserCaller, eventId: string, { words }: WordsInput): Promise<null> {
    return this.changes.commit(eventId, async (tx) => {
      await lockEvent(tx, eventId);
      await saveWords(tx, eventId, words);
      await this.check(tx, eventId, words.map(({ label }) => label));
      if (await countWords(tx, eventId) > LIMITS.eventWords) throw new Problem('words.too_many', { values: { limit: LIMITS.eventWords } });
      const used = words.some((word) => !word.refused);
      await audit(tx, { eventId, actor: organiser.login, action: used ? 'words.added' : 'words.refused', detail: { words: words.map(({ label }) => label).slice(0, 20) } });
      return { result: null, tell: [tellWords(eventId), ...(used ? await this.readAgain(tx, eventId) : [])] };
    });
  }

  /** @throws Problem request.not_found, words.other_spelling where it would be written as another word is */
  change(organiser: OrganiserCaller, eventId: string, wordId: string, patch: WordPatch): Promise<null> {
    return this.changes.commit(eventId, async (tx) => {
      await lockEvent(tx, eventId);
      const word = await changeWord(tx, eventId, wordId, patch);
      if (!word) throw new Problem('request.not_found');
      await this.check(tx, eventId, [word.label]);
      await audit(tx, { eventId, actor: organiser.login, action: 'words.changed', detail: { words: [word.label] } });
      return { result: null, tell: [tellWords(eventId), ...(word.refused ? [] : await this.readAgain(tx, eventId))] };
    });
  }

  remove(organiser: OrganiserCaller, eventId: string, wordId: string): Promise<null> {
    return this.changes.commit(eventId, async (tx) => {
      await lockEvent(tx, eventId);
      const word = await removeWord(tx, eventId, wordId);
      if (!word) throw new Problem('request.not_found');
      await audit(tx, { eventId, actor: organiser.login, action: 'words.removed', detail: { words: [word.label] } });
      return { result: null, tell: [tellWords(eventId), ...(word.refused ? [] : await this.readAgain(tx, eventId))] };
    });
  }

  /** Looks at these words, saved by now, beside the event's others. */
  private async check(tx: Transaction, eventId: string, labels: readonly string[]): Promise<void> {
    const all = await readWords(tx, eventId);
    const changed = all.filter(({ label }) => labels.includes(label));
    const long = changed.find(({ spellings }) => spellings.length > LIMITS.spellingsPerWord);
    if (long) throw new Problem('words.too_many_spellings', { values: { word: long.label, limit: LIMITS.spellingsPerWord } });
    const taken = otherSpelling(all, changed);
    if (taken) throw new Problem('words.other_spelling', { values: taken });
  }

  /** Whatever they have written by then: an introduction that is rewritten just now may be read before these words are there. */
  private async readAgain(tx: Transaction, eventId: string): Promise<Entry[]> {
    return (await listIntroduced(tx, eventId)).map((participantId) => tellMe(participantId, orderReading(eventId, participantId)));
  }
}

const folded = (text: string): string => text.normalize('NFKC').toLowerCase();

/** A label or spelling of these words that another one of all is written with as well; what is refused is not read at all. */
function otherSpelling(all: readonly EventWordView[], words: readonly EventWordView[]): { word: string; of: string } | undefined {
  const used = all.filter(({ refused }) => !refused);
  for (const { label, spellings } of words.filter(({ refused }) => !refused)) {
    for (const word of [label, ...spellings]) {
      const other = used.find((one) => one.label !== label && [one.label, ...one.spellings].some((spelling) => folded(spelling) === folded(word)));
      if (other) return { word, of: other.label };
    }
  }
  return undefined;
}
