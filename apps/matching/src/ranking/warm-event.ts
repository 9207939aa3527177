import { setImmediate as others } from 'node:timers/promises';
import { buildEventIndex, explainPair, FIRST_PLACES, listsToUpdate, ownOrder, pairScore, rankCandidates, shareAttention, type EventIndex, type RankedPerson, type WeightedConcept } from '@tsunagu/matching';
import { toReasonView } from '../rows-to-people/to-reason-view.js';
import { toCard, toMatchPerson } from '../rows-to-people/to-match-person.js';
import type { CandidateCard, CandidateLine } from '@tsunagu/storage';
import type { ReadPerson } from '../encounters/encounters.service.js';
import type { Knowledge } from '../knowledge.js';
import { moveInList } from './move-in-list.js';

export const TOP = 10;

/** A stored list: as its owner sees it, and the own candidates behind it, by score. */
interface Shown { lines: readonly CandidateLine[]; ranked: readonly RankedPerson[] }

/** What is between people beside what they have said of themselves. */
interface Bonds {
  /** Person → whom they are not led to. @default nobody */
  apart?: ReadonlyMap<string, ReadonlySet<string>>;
  /** Person → who would like to meet them. @default nobody */
  hellos?: ReadonlyMap<string, readonly string[]>;
}

const hundredths = ({ score }: CandidateLine): number => Math.round(score * 100);
const isFirst = (place: number): boolean => place < FIRST_PLACES;

/**
 * Whether the reader of a list sees no difference that matters: changes below a hundredth of the score are none, nor is it one when
 * two of the same hundredth change places, among the first ones or behind them. Lines that nobody moved keep the score of the day
 * they were written, and beside new scores their order means no more than that. Field by field, since what comes back from the
 * database has its keys in another order.
 */
function looksAlike(a: readonly CandidateLine[], b: readonly CandidateLine[]): boolean {
  const places = new Map(b.map(({ otherId }, place) => [otherId, place]));
  return a.length === b.length && a.every((line, place) => {
    const before = places.get(line.otherId);
    if (before === undefined || isFirst(before) !== isFirst(place)) return false;
    const { card, reasons } = b[before];
    return hundredths(line) === hundredths(b[before]) && hundredths(line) === hundredths(b[place])
      && (line.card === card || cardLook(line.card) === cardLook(card)) && (line.reasons === reasons || reasonsLook(line.reasons) === reasonsLook(reasons));
  });
}
const cardLook = ({ nickname, affiliation, tags, jackets, isNew }: CandidateCard): string => JSON.stringify([nickname, affiliation, tags.map(({ label, en, kind, concept }) => [label, en, kind, concept]), jackets, isNew]);
const reasonsLook = (reasons: CandidateLine['reasons']): string => JSON.stringify(reasons.map(({ type, text, labels, names }) => [type, text.ja, text.en, text.yasashii, labels, labels.map((label) => names?.[label])]));

const toRanked = ({ otherId, score }: CandidateLine): RankedPerson => ({ id: otherId, score });
const shownOf = (lines: readonly CandidateLine[]): Shown => ({ lines, ranked: ownOrder(lines.map(toRanked), TOP) });

/**
 * The people of one event, indexed and kept warm between rankings. Only people whose revision has grown are loaded again, so
 * it answers as one built anew; the stored lists are known by their number.
 */
export class WarmEvent {
  readonly #index: EventIndex;
  readonly #revisions = new Map<string, number>();
  readonly #cards = new Map<string, CandidateCard>();
  #shown = new Map<string, Shown>();
  #number = -1;

  constructor(private readonly knowledge: Knowledge, /** what the event is about and its own words, by which it is known whether this is still of use */ readonly builtFor: string, theme: WeightedConcept[], /** most of all lists whose first places one person may take, in 0…1 */ private readonly attentionShare: number) {
    this.#index = buildEventIndex(knowledge.graph, [], { theme });
  }

  /** Whose rows must be loaded to be up to date. */
  outdated(matchable: ReadonlyMap<string, number>): string[] {
    return [...matchable].filter(([id, revision]) => this.#revisions.get(id) !== revision).map(([id]) => id);
  }

  /** Brings the index up to date. @returns everybody who came, changed or went, unless the index was empty */
  async update(matchable: ReadonlyMap<string, number>, people: readonly ReadPerson[]): Promise<string[]> {
    const cold = this.#index.size === 0;
    const gone = this.#index.ids().filter((id) => !matchable.has(id));
    for (const id of gone) this.#forget(id);
    const read = await this.knowledge.withVectors(people.map((row) => toMatchPerson(row, this.knowledge)));
    for (const [at, row] of people.entries()) {
      this.#index.upsert(read[at]);
      this.#revisions.set(row.person.id, row.person.matchingRevision);
      this.#cards.set(row.person.id, toCard(row, this.knowledge));
    }
    this.#index.refresh();
    return cold ? [] : [...gone, ...people.map((row) => row.person.id)];
  }

  knowsLists(number: number): boolean {
    return this.#number === number;
  }

  takeLists(number: number, lists: ReadonlyMap<string, CandidateLine[]>): void {
    this.#shown = new Map([...lists].map(([owner, lines]) => [owner, shownOf(lines)]));
    this.#number = number;
  }

  /**
   * Lists that look different from the stored ones: those of the asked people, ranked anew, of everybody in whose lists asked
   * or changed people move, and those in which somebody gives way to share attention; all, where one of them moves what the room
   * has in common. Empty for people who take no part. Between two lists whatever else the process has to do has its turn:
   * a thousand of them take seconds. Nobody may change the event meanwhile.
   */
  async changedLists(asked: readonly string[], changed: readonly string[], { apart = new Map(), hellos = new Map() }: Bonds = {}): Promise<Map<string, CandidateLine[]>> {
    const fresh = new Map<string, CandidateLine[]>();
    for (const owner of asked) {
      fresh.set(owner, this.#rankAnew(owner, apart.get(owner)));
      await others();
    }
    const moving = new Set([...asked, ...changed]);
    // Where what the room has in common moves, so does every score.
    const roomMoves = [...moving].some((id) => this.#index.encounters.movesRoom(id));
    for (const [owner, moved] of this.#touchedBy([...moving], { but: fresh })) {
      fresh.set(owner, (roomMoves ? undefined : this.#move(owner, moved, apart.get(owner))) ?? this.#rankAnew(owner, apart.get(owner)));
      await others();
    }
    const lists = this.#shareAttention(fresh, moving, new Map([...hellos].map(([owner, from]) => [owner, from.filter((id) => !apart.get(owner)?.has(id))])));
    return new Map([...lists].filter(([owner, lines]) => !looksAlike(lines, this.linesOf(owner))).sort(([a], [b]) => (a < b ? -1 : 1)));
  }

  /** The fresh lists, and the others that now look different, as they are shown: attention is shared over the whole event. */
  #shareAttention(fresh: ReadonlyMap<string, CandidateLine[]>, changed: ReadonlySet<string>, hellos: ReadonlyMap<string, string[]>): Map<string, CandidateLine[]> {
    const own = new Map<string, readonly RankedPerson[]>();
    for (const [owner, { ranked }] of this.#shown) own.set(owner, ranked);
    for (const [owner, lines] of fresh) own.set(owner, lines.map(toRanked));
    for (const owner of own.keys()) if (!this.#index.get(owner)) own.delete(owner);
    const lists = new Map([...fresh].filter(([owner]) => !own.has(owner)));
    for (const [owner, ranked] of shareAttention(own, TOP, { share: this.attentionShare, hellos })) {
      const stored = this.linesOf(owner);
      const guests = new Set(ranked.map(({ id }) => id).filter((id) => !own.get(owner)!.some((line) => line.id === id)));
      const asStored = ranked.length === stored.length && ranked.every(({ id }, at) => id === stored[at].otherId && !(guests.has(id) && changed.has(id)));
      if (asStored && !fresh.has(owner)) continue;
      const known = new Map([...stored, ...(fresh.get(owner) ?? [])].map((line) => [line.otherId, line]));
      lists.set(owner, ranked.map(({ id, score }) => ({ ...(guests.has(id) ? this.#guest(owner, id) : known.get(id)!), score })));
    }
    return lists;
  }

  #guest(owner: string, id: string): Omit<CandidateLine, 'score'> {
    return { otherId: id, card: this.#cards.get(id)!, reasons: explainPair(this.#index, owner, id).map(toReasonView) };
  }

  /** A list as it is stored. */
  linesOf(owner: string): readonly CandidateLine[] {
    return this.#shown.get(owner)?.lines ?? [];
  }

  /** Remembers what has been written. */
  written(number: number, lists: ReadonlyMap<string, CandidateLine[]>): void {
    for (const [owner, lines] of lists) this.#shown.set(owner, shownOf(lines));
    this.#number = number;
  }

  /** Owners of further lists in which these people stand or come to stand, with who of them moves there. */
  #touchedBy(people: readonly string[], { but }: { but: ReadonlyMap<string, unknown> }): Map<string, string[]> {
    const shown = new Map<string, readonly RankedPerson[]>();
    for (const [owner, { ranked }] of this.#shown) if (!but.has(owner)) shown.set(owner, ranked);
    for (const id of this.#index.ids()) if (!but.has(id) && !shown.has(id)) shown.set(id, []);
    const touched = new Map<string, string[]>();
    for (const id of people) {
      for (const owner of listsToUpdate(this.#index, id, shown, TOP)) {
        const moved = touched.get(owner);
        if (moved) moved.push(id);
        else touched.set(owner, [id]);
      }
    }
    return touched;
  }

  #rankAnew(owner: string, exclude: Iterable<string> = []): CandidateLine[] {
    if (!this.#index.get(owner)) return [];
    return rankCandidates(this.#index, owner, { top: TOP, exclude }).map(({ id, score, reasons }) => ({
      otherId: id, score, card: this.#cards.get(id)!, reasons: reasons.map(toReasonView),
    }));
  }

  /** The stored list with these people in their new places: a small part of the work of ranking everybody. Undefined where that is needed. */
  #move(owner: string, people: readonly string[], exclude: ReadonlySet<string> = new Set()): CandidateLine[] | undefined {
    const shown = this.#shown.get(owner);
    if (!shown || !this.#index.get(owner)) return undefined;
    const present = people.filter((id) => this.#index.get(id) && !exclude.has(id));
    const scored = present.map((id) => ({ id, score: pairScore(this.#index, owner, id) }));
    const ranked = moveInList(shown.ranked, people, scored, TOP);
    const lines = new Map(shown.lines.map((line) => [line.otherId, line]));
    return ranked?.map(({ id, score }) => ({
      otherId: id, score, card: this.#cards.get(id)!,
      reasons: people.includes(id) ? explainPair(this.#index, owner, id).map(toReasonView) : lines.get(id)!.reasons,
    }));
  }

  #forget(id: string): void {
    this.#index.remove(id);
    this.#revisions.delete(id);
    this.#cards.delete(id);
  }
}
