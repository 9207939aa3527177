import type { PersonView } from '@tsunagu/contracts';

export const FILTERS = ['all', 'here', 'away', 'thin', 'unplaced', 'paused', 'left'] as const;
export type Filter = (typeof FILTERS)[number];

/** A text as people search for it: any width, any case, hiragana for katakana. */
export const folded = (text: string): string =>
  text.normalize('NFKC').toLowerCase().replace(/[ァ-ヶ]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0x60));

const passes: Record<Filter, (person: PersonView, unplaced: ReadonlySet<string>) => boolean> = {
  all: () => true,
  here: (person) => person.here,
  away: (person) => !person.here && !person.left,
  thin: (person) => person.thin,
  unplaced: (person, unplaced) => unplaced.has(person.id),
  paused: (person) => person.paused,
  left: (person) => person.left,
};

/** People that pass a filter and hold every word of a search in their name, affiliation, tags or data. */
export function findPeople(people: readonly PersonView[], search: string, filter: Filter, unplaced: ReadonlySet<string>): PersonView[] {
  const words = folded(search).split(/\s+/).filter(Boolean);
  return people.filter((person) => {
    if (!passes[filter](person, unplaced)) return false;
    if (words.length === 0) return true;
    const text = folded([person.nickname, person.affiliation ?? '', ...person.tags.map((tag) => tag.label), ...person.jackets].join(' '));
    return words.every((word) => text.includes(word));
  });
}
