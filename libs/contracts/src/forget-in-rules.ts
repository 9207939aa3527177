import type { TeamRulesDocument } from './team-rules.js';
import { themeOfJacket } from './theme-of-jacket.js';

interface Selector { people?: string[] }
/** What a rule, a wish or a pair may hold of people; the rest of it stands as it is. */
interface Entry extends Selector { type?: string; label?: string; person?: string; who?: Selector | Selector[]; from?: Selector; min?: number }

const LISTS = ['rules', 'wishes', 'met', 'known', 'mutual'] as const;

/**
 * A team-rules document without a person and what they brought: out of every list of people, and the themes made of their data jackets.
 * What says nothing without them goes, no rule asks for more people than it still names, and the own words for a rule that named them,
 * which may tell who that was, go too.
 * @returns the same document where it names none of it
 */
export function forgetInRules<T extends TeamRulesDocument>(document: T, participantId: string, jacketIds: readonly string[]): T {
  const gone = new Set([participantId, ...jacketIds.map(themeOfJacket)]);
  if (!names(document, gone)) return document;
  const left: TeamRulesDocument = { ...document };
  for (const list of LISTS) if (left[list]) Object.assign(left, { [list]: (left[list] as Entry[]).flatMap((entry) => entryWithout(entry, gone)) });
  if (left.themes) left.themes = left.themes.filter(({ id }) => !gone.has(id));
  if (left.teams) left.teams = left.teams.map(({ members, wants, theme, ...team }) => ({
    ...team, ...(members && { members: others(members, gone) }), ...(wants && { wants: wants.flatMap((one) => selectorWithout(one, gone)) }), ...(theme !== undefined && !gone.has(theme) && { theme }),
  }));
  return left as T;
}

const names = (value: unknown, gone: ReadonlySet<string>): boolean => [...gone].some((id) => JSON.stringify(value).includes(id));
const others = (people: string[], gone: ReadonlySet<string>): string[] => people.filter((id) => !gone.has(id));

/** The entry as it can still hold, or nothing. */
function entryWithout(entry: Entry, gone: ReadonlySet<string>): Entry[] {
  if (!names(entry, gone)) return [entry];
  const { label: _label, people, who, from, ...rest } = entry;
  if (people) return others(people, gone).length < 2 ? [] : [{ ...rest, people: others(people, gone) }];
  const [left, leftFrom] = [who, from].map((one) => [one ?? []].flat().flatMap((selector) => selectorWithout(selector, gone)));
  if (rest.person || left.length === 0 || (from && leftFrom.length === 0)) return [];
  const named = left[0].people?.length ?? Infinity;
  if (rest.type === 'not_alone' && named < 2) return [];
  return [{ ...rest, who: Array.isArray(who) ? left : left[0], ...(from && { from: leftFrom[0] }), ...(rest.min !== undefined && { min: Math.min(rest.min, named) }) }];
}

function selectorWithout<S extends object>(selector: S, gone: ReadonlySet<string>): S[] {
  if (!('people' in selector)) return [selector];
  const people = others(selector.people as string[], gone);
  return people.length ? [{ ...selector, people }] : [];
}
