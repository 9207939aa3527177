import type { EventWordView, Named, PersonView } from '@tsunagu/contracts';

/** What the organiser calls a thing, by each of its spellings. */
export type OwnNames = ReadonlyMap<string, string>;

export const ownNames = (words: readonly EventWordView[]): OwnNames =>
  new Map(words.filter(({ refused }) => !refused).flatMap(({ label, spellings }) => [...spellings, label].map((spelling) => [spelling, label] as const)));

/** A word for what several people say; of two the one of the higher `rank` names it: the organiser's own word, then the concept's, then anybody's. */
export interface Word extends Named { rank: number }

export function wordOf({ label, en, concept }: PersonView['tags'][number], own: OwnNames): Word {
  const name = own.get(label);
  return name === undefined ? { label, en, rank: Number(label === concept) } : { label: name, en: name === label ? en : undefined, rank: 2 };
}
