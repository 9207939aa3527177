import { isOfJacket } from './theme-of-jacket.js';

type Json = unknown;
type Entries = Record<string, Json>;

/** What is known of people who were there. */
const OF_PEOPLE = ['met', 'known', 'mutual'] as const;
const NAMES_PEOPLE = new Set(['people', 'person', 'members']);

/**
 * A team-rules document without what names single people, for an event where they are others, or none any more: with a team that is not
 * there then, and a theme that was somebody's data jacket.
 * @returns it, and how many rules and wishes were left out
 */
export function rulesWithoutPeople(document: unknown): { rules: Record<string, unknown>; leftOut: number } {
  if (typeof document !== 'object' || document === null) return { rules: {}, leftOut: 0 };
  const rules: Entries = { ...document };
  for (const key of OF_PEOPLE) delete rules[key];
  const teams = listIn(rules, 'teams');
  const kept = teams.filter((team) => !namesPeople(team));
  const gone = new Set(teams.filter(namesPeople).map(({ name }) => name));
  const holds = (entry: Entries): boolean => !namesPeople(entry) && !gone.has(entry.team);
  let leftOut = 0;
  for (const key of ['rules', 'wishes']) {
    if (!(key in rules)) continue;
    const all = listIn(rules, key);
    rules[key] = all.filter(holds);
    leftOut += all.length - (rules[key] as Json[]).length;
  }
  if ('teams' in rules) rules.teams = kept.map(({ theme, ...team }) => (theme === undefined || isOfJacket(theme) ? team : { ...team, theme }));
  if ('themes' in rules) rules.themes = listIn(rules, 'themes').filter(({ id }) => !isOfJacket(id));
  return { rules, leftOut };
}

const listIn = (document: Entries, key: string): Entries[] => (Array.isArray(document[key]) ? document[key] as Entries[] : []);

function namesPeople(value: Json): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(value).some(([key, one]) => (NAMES_PEOPLE.has(key) && !(Array.isArray(one) && one.length === 0)) || namesPeople(one));
}
