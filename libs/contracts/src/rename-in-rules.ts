type Json = unknown;

/** Where people stand beside each other; with less than two such an entry says nothing. */
const GROUPS = ['met', 'known', 'mutual'] as const;

/**
 * A team-rules document in which one person stands under another's id, because both are the same. Whoever is then named twice is named
 * once; a rule or pair of which one person is left goes.
 * @returns the same document where it does not name `fromId`
 */
export function renameInRules<T extends object>(document: T, fromId: string, toId: string): T {
  if (!JSON.stringify(document).includes(fromId)) return document;
  const renamed = rename(document, fromId, toId) as Record<string, Json>;
  const kept = (entries: Json): Json => (Array.isArray(entries) ? entries.filter(saysSomething) : entries);
  for (const key of ['rules', ...GROUPS]) if (key in renamed) renamed[key] = kept(renamed[key]);
  return renamed as T;
}

function rename(value: Json, fromId: string, toId: string): Json {
  if (value === fromId) return toId;
  if (Array.isArray(value)) return [...new Set(value.map((one) => rename(one, fromId, toId)))];
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, rename(one, fromId, toId)]));
}

function saysSomething(entry: { people?: Json }): boolean {
  return !Array.isArray(entry.people) || entry.people.length > 1;
}
