type Json = unknown;
type People = { people?: string[] };
/** What a rule, a wish, a slot or a group may hold of people; the rest of it stands as it is. */
interface Entry extends People { type?: string; id?: string; who?: People; from?: People; min?: number; members?: string[] }

const LISTS = ['rules', 'wishes', 'met', 'known', 'mutual'] as const;

/**
 * A team-rules document in which one person stands under another's id, because both are the same. Whoever is then named twice is named
 * once and sits in the first team that names them; what would tie that person to themselves goes, and no rule asks for more people than
 * it still names.
 * @returns the same document where it does not name `fromId`
 */
export function renameInRules<T extends object>(document: T, fromId: string, toId: string): T {
  if (!JSON.stringify(document).includes(fromId)) return document;
  const renamed = Object.fromEntries(Object.entries(document).map(([key, value]): [string, Json] => {
    if (key === 'teams') return [key, inOneTeam(entriesOf(rename(value, fromId, toId)), toId)];
    if (!LISTS.some((list) => list === key)) return [key, rename(value, fromId, toId)];
    return [key, entriesOf(value).flatMap((entry) => withoutItself(rename(entry, fromId, toId) as Entry, entry, toId))];
  }));
  return renamed as T;
}

const entriesOf = (list: Json): Entry[] => list as Entry[];

function rename(value: Json, fromId: string, toId: string): Json {
  if (value === fromId) return toId;
  if (Array.isArray(value)) return [...new Set(value.map((one) => rename(one, fromId, toId)))];
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, rename(one, fromId, toId)]));
}

/** The entry as it can still hold, in none, one or two parts. */
function withoutItself(entry: Entry, before: Entry, id: string): Entry[] {
  if (entry.people && entry.people.length < 2) return [];
  if (entry.type === 'separate') return separately(entry, id);
  const left = entry.who?.people?.length;
  if (left === undefined || left === before.who?.people?.length) return [entry];
  if (entry.type === 'not_alone' && left < 2) return [];
  return [entry.min === undefined ? entry : { ...entry, min: Math.min(entry.min, left) }];
}

/** Who stands on both sides is kept apart from the others of each, and not from themselves. */
function separately(rule: Entry, id: string): Entry[] {
  const [who, from] = [rule.who?.people, rule.from?.people];
  if (!who?.includes(id) || !from?.includes(id)) return [rule];
  const others = (people: string[]): string[] => people.filter((one) => one !== id);
  const { id: _id, ...again } = rule;
  return [{ ...rule, from: { people: others(from) } }, { ...again, who: { people: others(who) }, from: { people: [id] } }]
    .filter((part) => part.who!.people!.length > 0 && part.from.people.length > 0);
}

function inOneTeam(teams: Entry[], id: string): Entry[] {
  const first = teams.findIndex(({ members }) => members?.includes(id));
  return teams.map((team, at) => (at > first && team.members?.includes(id) ? { ...team, members: team.members.filter((one) => one !== id) } : team));
}
