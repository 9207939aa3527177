import { isJapanese } from './is-japanese.js';
import type { TeamPerson } from './similarity-to-teams/team-rules.js';

type Named = Pick<TeamPerson, 'id' | 'name' | 'affiliation' | 'statements'>;

/**
 * How sentences name each of these people, and anybody else by their id: by name; where two bear one, with what tells them apart, as
 * lists of people do, the affiliation, else the first tag.
 * @example namePeople([{ id: 'a', name: '鈴木', affiliation: '青葉小' }, { id: 'b', name: '鈴木' }])('a') // '鈴木（青葉小）'
 */
export const namePeople = (people: readonly Named[]): ((id: string) => string) => {
  const bearers = new Map<string | undefined, number>();
  for (const { name } of people) bearers.set(name, (bearers.get(name) ?? 0) + 1);
  const named = new Map(people.map((person) => [person.id, !person.name ? person.id : bearers.get(person.name) === 1 ? person.name : marked(person.name, markOf(person))]));
  return (id) => named.get(id) ?? id;
};

const markOf = ({ affiliation, statements = [] }: Named): string | undefined => affiliation || statements.find(({ guess }) => !guess)?.label;

const marked = (name: string, mark: string | undefined): string => {
  if (!mark) return name;
  return isJapanese(name + mark) ? `${name}（${mark}）` : `${name} (${mark})`;
};
