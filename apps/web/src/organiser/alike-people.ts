import { foldText, type Language, type PersonView } from '@tsunagu/contracts';
import { nameOf } from '../look/name-of.js';

/** The people of each name that more than one bears, in their order. */
export function namesakes(people: readonly PersonView[]): Map<string, PersonView[]> {
  const byName = new Map<string, PersonView[]>();
  for (const person of people) {
    const name = foldText(person.nickname);
    byName.set(name, [...byName.get(name) ?? [], person]);
  }
  return new Map([...byName].filter(([, { length }]) => length > 1));
}

/** Everybody who bears this name. */
export const bearersOf = (people: readonly PersonView[], name: string): PersonView[] => people.filter(({ nickname }) => foldText(nickname.trim()) === foldText(name.trim()));

/** People who may have joined twice: one name, and no two affiliations that tell them apart. Whoever came first leads each list. */
export function alikePeople(people: readonly PersonView[]): PersonView[][] {
  const lists: PersonView[][] = [];
  const mayBeOne = (a: PersonView, b: PersonView): boolean => !a.affiliation || !b.affiliation || foldText(a.affiliation) === foldText(b.affiliation);
  for (const ofOneName of namesakes(people).values()) {
    const own: PersonView[][] = [];
    for (const person of ofOneName) {
      const list = own.find((others) => others.every((other) => mayBeOne(other, person)));
      if (list) list.push(person);
      else own.push([person]);
    }
    lists.push(...own.filter(({ length }) => length > 1));
  }
  return lists;
}

/** Every two letters that stand side by side in a name, its ends included. */
const pairsIn = (name: string): string[] => [...`${foldText(name)} `].map((letter, at, letters) => (letters[at - 1] ?? ' ') + letter);

/** How alike two names are, 0 to 1: the share of pairs of letters that both have. */
export function likeness(a: string, b: string): number {
  const [ours, left] = [pairsIn(a), pairsIn(b)];
  const most = ours.length + left.length;
  const shared = ours.filter((pair) => left.includes(pair) && left.splice(left.indexOf(pair), 1));
  return 2 * shared.length / most;
}

/** The others, whoever has the most alike name first. */
export const othersByLikeness = (people: readonly PersonView[], { id, nickname }: PersonView): PersonView[] =>
  people.filter((other) => other.id !== id).map((other) => ({ other, like: likeness(nickname, other.nickname) })).sort((a, b) => b.like - a.like).map(({ other }) => other);

/** What tells somebody from others of their name: the affiliation, else the first tag. */
export const markOf = ({ affiliation, tags: [tag] }: PersonView, language: Language): string => affiliation || (tag ? nameOf(tag, language) : '');
