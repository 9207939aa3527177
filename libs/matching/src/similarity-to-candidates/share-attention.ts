import { balanceAttention, FIRST_PLACES, type BalanceOptions } from './balance-attention.js';
import type { RankedPerson } from './ranked-person.js';

interface ShareOptions extends BalanceOptions {
  /**
   * Person → who would like to meet them (会いたい) and has no answer yet.
   * @default nobody
   */
  hellos?: ReadonlyMap<string, readonly string[]>;
}

const byScore = (a: RankedPerson, b: RankedPerson): number => b.score - a.score || (a.id < b.id ? -1 : 1);

/** A guest on a full list scores a little less than its last line, so that `ownOrder` tells them apart. */
const belowTheLast = 0.999;
/** So many who would like to meet somebody are guests on this one's list, the best first. */
const mostGreeters = 5;

/**
 * The lists of an event as they are shown: balanced, and whoever stands in none is a guest on the list of one of those whom
 * they themselves should meet: of the first of them, or of the next who has fewer guests. Whoever would like to meet somebody is a guest
 * there, behind the first places: who does not see them can never answer. The shown lists follow from the
 * own lists and the hellos alone, and the own lists can be read off the shown ones (`ownOrder`), so processes that know either agree.
 * @param lists everybody's own candidates, best first, at most `top` each
 */
export function shareAttention(lists: ReadonlyMap<string, readonly RankedPerson[]>, top: number, options: ShareOptions = {}): Map<string, RankedPerson[]> {
  const greeters = greetersOf(lists, top, options.hellos);
  const withGuests = new Map([...lists].map(([owner, list]) => [owner, [...list, ...greeters.get(owner) ?? []]]));
  const seen = new Set([...withGuests.values()].flatMap((list) => list.map(({ id }) => id)));
  for (const guest of [...lists.keys()].filter((id) => !seen.has(id)).sort()) {
    const hosts = lists.get(guest)!.filter(({ id }) => lists.get(id)?.length === top);
    if (hosts.length === 0) continue;
    const fewest = Math.min(...hosts.map(({ id }) => withGuests.get(id)!.length));
    const host = hosts.find(({ id }) => withGuests.get(id)!.length === fewest)!;
    withGuests.get(host.id)!.push(asGuest(guest, host.score, lists.get(host.id)!));
  }
  const { depth = FIRST_PLACES } = options;
  const shown = balanceAttention(withGuests, options);
  for (const [owner, guests] of greeters) shown.set(owner, moveUp(shown.get(owner)!, new Set(guests.map(({ id }) => id)), depth));
  return shown;
}

const asGuest = (id: string, score: number, list: readonly RankedPerson[]): RankedPerson => ({ id, score: Math.min(score, list[list.length - 1].score * belowTheLast) });

/** Owner of a full list → who would like to meet them and does not stand on it. On a list that is not full stands everybody whom its owner may meet. */
function greetersOf(lists: ReadonlyMap<string, readonly RankedPerson[]>, top: number, hellos: ShareOptions['hellos'] = new Map()): Map<string, RankedPerson[]> {
  const greeters = new Map<string, RankedPerson[]>();
  for (const [owner, ids] of hellos) {
    const list = lists.get(owner) ?? [];
    if (list.length < top) continue;
    const strangers = ids.filter((id) => lists.has(id) && !list.some((line) => line.id === id));
    const guests = strangers.map((id) => asGuest(id, lists.get(id)!.find((line) => line.id === owner)?.score ?? 0, list));
    if (guests.length > 0) greeters.set(owner, guests.sort(byScore).slice(0, mostGreeters));
  }
  return greeters;
}

/** The list with these of its lines, if they are behind the first places, right behind those. */
const moveUp = (list: readonly RankedPerson[], ids: ReadonlySet<string>, first: number): RankedPerson[] => {
  const behind = list.slice(first);
  return [...list.slice(0, first), ...behind.filter(({ id }) => ids.has(id)), ...behind.filter(({ id }) => !ids.has(id))];
};

/** The own list behind a shown one: by score, without guests. */
export const ownOrder = (shown: readonly RankedPerson[], top: number): RankedPerson[] => [...shown].sort(byScore).slice(0, top);
