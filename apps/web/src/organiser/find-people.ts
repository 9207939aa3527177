import { ROLES, searchFor, SECTORS, type Named, type PersonView, type Role, type Sector } from '@tsunagu/contracts';
import { wordOf, type OwnNames } from './word-of-concept.js';

export const FILTERS = ['all', 'here', 'away', 'thin', 'unplaced', 'paused', 'left'] as const;
export type Filter = (typeof FILTERS)[number];

/** What somebody is (`sector`), can give (`offer`) or looks for (`need`). */
export type Part = `sector:${Sector}` | `offer:${Role}` | `need:${Role}`;
export const PARTS = {
  sector: SECTORS.map((sector): Part => `sector:${sector}`),
  offer: ROLES.map((role): Part => `offer:${role}`),
  need: ROLES.map((role): Part => `need:${role}`),
} as const;

export interface PeopleQuery {
  search: string;
  filter: Filter;
  /** '' for everybody */
  part: Part | '';
  /** the concept of a tag; '' for everybody */
  tag: string;
}
export const EVERYBODY: PeopleQuery = { search: '', filter: 'all', part: '', tag: '' };

const passes: Record<Filter, (person: PersonView, unplaced: ReadonlySet<string>) => boolean> = {
  all: () => true,
  here: (person) => person.here,
  away: (person) => !person.here && !person.left,
  thin: (person) => person.thin,
  unplaced: (person, unplaced) => unplaced.has(person.id),
  paused: (person) => person.paused,
  left: (person) => person.left,
};

/** Does this person have that part? */
export function hasPart({ sector, tags }: PersonView, part: Part): boolean {
  const [of, value] = part.split(':');
  if (of === 'sector') return sector === value;
  return tags.some((tag) => tag.role === value && (tag.kind === 'seeking') === (of === 'need'));
}

/** Written together: a family name and a given one stand apart on one list and not on another. */
const closed = (text: string): string => text.replace(/\s+/g, '');

/** People that pass the filters and hold every word of a search in their name, affiliation, tags (by their own words, and by the one that the wall shows) or data. */
export function findPeople(people: readonly PersonView[], { search, filter, part, tag }: PeopleQuery, unplaced: ReadonlySet<string>): PersonView[] {
  const isSought = searchFor(search);
  return people.filter((person) => {
    if (!passes[filter](person, unplaced) || (part && !hasPart(person, part)) || (tag && !person.tags.some(({ concept }) => concept === tag))) return false;
    return isSought([person.nickname, closed(person.nickname), person.affiliation ?? '', ...person.tags.flatMap(({ label, en = '', concept }) => [label, en, concept]), ...person.jackets].join(' '));
  });
}

/** As many as can be looked over, and drawn at once. */
export const MOST_TO_PICK = 50;

/** The first that a search finds, in their order, with whoever is chosen already; and how many more it finds. */
export function peopleToPick(people: readonly PersonView[], chosen: readonly string[], search: string): { shown: Set<PersonView>; more: number } {
  const found = findPeople(people, { ...EVERYBODY, search }, new Set()).filter(({ id }) => !chosen.includes(id));
  const first = new Set(found.slice(0, MOST_TO_PICK));
  return { shown: new Set(people.filter((person) => first.has(person) || chosen.includes(person.id))), more: found.length - first.size };
}

export interface CountedTag extends Named { concept: string; count: number }

/** All tags of these people, each with how many have it, most first. */
export function countTags(people: readonly PersonView[], own: OwnNames): CountedTag[] {
  const found = new Map<string, CountedTag & { rank: number }>();
  for (const { tags } of people) {
    for (const [concept, tag] of new Map(tags.map((tag) => [tag.concept, tag]))) {
      const known = found.get(concept);
      const word = wordOf(tag, own);
      if (!known || word.rank > known.rank) found.set(concept, { concept, ...word, count: (known?.count ?? 0) + 1 });
      else known.count++;
    }
  }
  return [...found.values()].map(({ rank: _, ...tag }) => tag).sort((a, b) => b.count - a.count || a.label.localeCompare(b.label, 'ja'));
}
