import { balanceAttention, type BalanceOptions } from './balance-attention.js';
import type { RankedPerson } from './ranked-person.js';

const byScore = (a: RankedPerson, b: RankedPerson): number => b.score - a.score || (a.id < b.id ? -1 : 1);

/** A guest on a full list scores a little less than its last line, so that `ownOrder` tells them apart. */
const belowTheLast = 0.999;

/**
 * The lists of an event as they are shown: balanced, and whoever stands in none is a guest on the list of one of those whom
 * they themselves should meet: of the first of them, or of the next who has fewer guests. The shown lists follow from the
 * own lists alone, and the own lists can be read off the shown ones (`ownOrder`), so processes that know either agree.
 * @param lists everybody's own candidates, best first, at most `top` each
 */
export function shareAttention(lists: ReadonlyMap<string, readonly RankedPerson[]>, top: number, options: BalanceOptions = {}): Map<string, RankedPerson[]> {
  const seen = new Set([...lists.values()].flatMap((list) => list.map(({ id }) => id)));
  const withGuests = new Map(lists);
  for (const guest of [...lists.keys()].filter((id) => !seen.has(id)).sort()) {
    const hosts = lists.get(guest)!.filter(({ id }) => lists.get(id)?.length === top);
    if (hosts.length === 0) continue;
    const fewest = Math.min(...hosts.map(({ id }) => withGuests.get(id)!.length));
    const host = hosts.find(({ id }) => withGuests.get(id)!.length === fewest)!;
    const list = withGuests.get(host.id)!;
    const last = lists.get(host.id)![top - 1].score;
    withGuests.set(host.id, [...list, { id: guest, score: Math.min(host.score, last * belowTheLast) }]);
  }
  return balanceAttention(withGuests, options);
}

/** The own list behind a shown one: by score, without guests. */
export const ownOrder = (shown: readonly RankedPerson[], top: number): RankedPerson[] => [...shown].sort(byScore).slice(0, top);
