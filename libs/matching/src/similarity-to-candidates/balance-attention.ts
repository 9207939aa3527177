import { compareText } from '../compare-text.js';
import type { RankedPerson } from './ranked-person.js';

/** So many lines at the top of a list count as attention. */
export const FIRST_PLACES = 5;

export interface BalanceOptions {
  /**
   * Most of all lists whose first places one person may take, in 0…1. Too small a share is raised to what fills all lists.
   * @default 0.25
   */
  share?: number;
  /**
   * How many first places count as attention.
   * @default 5
   */
  depth?: number;
}

/**
 * Shares attention over an event: nobody takes the first places of more than `share` of all lists, unless the two are
 * each other's best; and nobody who stands in some list is in nobody's first places. `lists` hold each person's
 * candidates, best first, deeper than `depth`, so that there is somebody to move up. Each list keeps its people:
 * the chosen ones come first by score, the others follow in their old order.
 */
export function balanceAttention(lists: ReadonlyMap<string, readonly RankedPerson[]>, options: BalanceOptions = {}): Map<string, RankedPerson[]> {
  const { share = 0.25, depth = FIRST_PLACES } = options;
  const most = Math.max(Math.floor(share * lists.size), depth);
  const seats = takeSeats(lists, depth, most);
  seatTheUnseen(lists, seats, depth);
  const owners = [...lists.keys()].sort();
  return new Map(owners.map((owner) => [owner, inOrder(lists.get(owner) ?? [], seats.chosen.get(owner) ?? new Set())]));
}

interface Seats {
  /** Owner of a list → who has its first places. */
  chosen: Map<string, Set<string>>;
  /** Person → in how many lists' first places. */
  seen: Map<string, number>;
}

interface Wish {
  owner: string;
  id: string;
  score: number;
}

const byScore = (a: Wish, b: Wish): number =>
  b.score - a.score || compareText(a.owner, b.owner) || compareText(a.id, b.id);

/** Best pairs first over the whole event; a person who has enough attention is passed over. */
function takeSeats(lists: ReadonlyMap<string, readonly RankedPerson[]>, depth: number, most: number): Seats {
  const wishes: Wish[] = [...lists].flatMap(([owner, list]) => list.map(({ id, score }) => ({ owner, id, score }))).sort(byScore);
  const seats: Seats = { chosen: new Map([...lists.keys()].map((owner) => [owner, new Set<string>()])), seen: new Map() };
  const best = (owner: string): string | undefined => lists.get(owner)?.[0]?.id;
  const passes: ((wish: Wish) => boolean)[] = [
    ({ owner, id }) => best(owner) === id && best(id) === owner,
    ({ id }) => (seats.seen.get(id) ?? 0) < most,
    // Lists that are still short take whoever is left: an empty place helps nobody.
    () => true,
  ];
  for (const allowed of passes) {
    for (const wish of wishes) {
      const chosen = seats.chosen.get(wish.owner) as Set<string>;
      if (chosen.size < depth && !chosen.has(wish.id) && allowed(wish)) seat(seats, wish);
    }
  }
  return seats;
}

function seat({ chosen, seen }: Seats, { owner, id }: Wish): void {
  chosen.get(owner)?.add(id);
  seen.set(id, (seen.get(id) ?? 0) + 1);
}

/** Puts each unseen person where it costs least, in the place of somebody who is seen elsewhere too. */
function seatTheUnseen(lists: ReadonlyMap<string, readonly RankedPerson[]>, seats: Seats, depth: number): void {
  const wishesFor = new Map<string, Wish[]>();
  for (const [owner, list] of lists) {
    for (const { id, score } of list) {
      if (seats.seen.has(id)) continue;
      const wishes = wishesFor.get(id);
      if (wishes) wishes.push({ owner, id, score });
      else wishesFor.set(id, [{ owner, id, score }]);
    }
  }
  for (const id of [...wishesFor.keys()].sort()) {
    for (const wish of (wishesFor.get(id) as Wish[]).sort(byScore)) {
      if (giveWay(lists, seats, wish, depth)) break;
    }
  }
}

function giveWay(lists: ReadonlyMap<string, readonly RankedPerson[]>, seats: Seats, wish: Wish, depth: number): boolean {
  const chosen = seats.chosen.get(wish.owner) as Set<string>;
  if (chosen.size < depth) {
    seat(seats, wish);
    return true;
  }
  const list = lists.get(wish.owner) as readonly RankedPerson[];
  const leaves = list.findLast(({ id }) => chosen.has(id) && id !== list[0].id && (seats.seen.get(id) as number) > 1);
  if (!leaves) return false;
  chosen.delete(leaves.id);
  seats.seen.set(leaves.id, (seats.seen.get(leaves.id) as number) - 1);
  seat(seats, wish);
  return true;
}

function inOrder(list: readonly RankedPerson[], chosen: ReadonlySet<string>): RankedPerson[] {
  return [...list.filter(({ id }) => chosen.has(id)), ...list.filter(({ id }) => !chosen.has(id))];
}
