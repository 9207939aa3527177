import { buildEventIndex, listsToUpdate, rankCandidates, type EventIndex, type RankedPerson, type WeightedConcept } from '@tsunagu/matching';
import { toReasonView } from '../rows-to-people/to-reason-view.js';
import { toCard, toMatchPerson } from '../rows-to-people/to-match-person.js';
import type { Knowledge } from '../knowledge.js';
import type { CandidateCard, CandidateLine, MatchingPerson } from '@tsunagu/storage';

export const TOP = 10;

/** A stored list, as far as it must be known to see whether it changes. */
interface Shown { lines: RankedPerson[]; look: string }

/**
 * What the reader of a list sees of it: changes below a hundredth of the score are none. Field by field, since what comes
 * back from the database has its keys in another order.
 */
const lookOf = (lines: readonly CandidateLine[]): string =>
  JSON.stringify(lines.map(({ otherId, score, card, reasons }) => [
    otherId, Math.round(score * 100), card.nickname, card.affiliation, card.tags.map(({ label, kind, concept }) => [label, kind, concept]), card.jackets, card.isNew,
    reasons.map(({ type, text, labels }) => [type, text.ja, text.en, labels]),
  ]));

const shownOf = (lines: readonly CandidateLine[]): Shown => ({ lines: lines.map(({ otherId, score }) => ({ id: otherId, score })), look: lookOf(lines) });

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

  constructor(private readonly knowledge: Knowledge, /** what the event is about, as it was read */ readonly themeText: string, theme: WeightedConcept[]) {
    this.#index = buildEventIndex(knowledge.graph, [], { theme });
  }

  /** Whose rows must be loaded to be up to date. */
  outdated(matchable: ReadonlyMap<string, number>): string[] {
    return [...matchable].filter(([id, revision]) => this.#revisions.get(id) !== revision).map(([id]) => id);
  }

  /** Brings the index up to date. @returns everybody who came, changed or went, unless the index was empty */
  update(matchable: ReadonlyMap<string, number>, people: readonly MatchingPerson[]): string[] {
    const cold = this.#index.size === 0;
    const gone = this.#index.ids().filter((id) => !matchable.has(id));
    for (const id of gone) this.#forget(id);
    for (const row of people) {
      this.#index.upsert(toMatchPerson(row, (label) => this.knowledge.conceptOf(label)));
      this.#revisions.set(row.person.id, row.person.matchingRevision);
      this.#cards.set(row.person.id, toCard(row));
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

  /** Lists that look different from the stored ones: those of the asked people, and of everybody they enter or leave. Empty for people who take no part. */
  changedLists(asked: readonly string[], changed: readonly string[], apart: ReadonlyMap<string, ReadonlySet<string>>): Map<string, CandidateLine[]> {
    const shown = new Map([...this.#shown].map(([owner, list]) => [owner, list.lines]));
    for (const id of this.#index.ids()) if (!shown.has(id)) shown.set(id, []);
    const owners = new Set(asked);
    for (const id of new Set([...asked, ...changed])) for (const owner of listsToUpdate(this.#index, id, shown, TOP)) owners.add(owner);
    const lists = new Map<string, CandidateLine[]>();
    for (const owner of [...owners].sort()) {
      const lines = this.#listOf(owner, apart.get(owner));
      if (lookOf(lines) !== (this.#shown.get(owner)?.look ?? lookOf([]))) lists.set(owner, lines);
    }
    return lists;
  }

  /** Remembers what has been written. */
  written(number: number, lists: ReadonlyMap<string, CandidateLine[]>): void {
    for (const [owner, lines] of lists) this.#shown.set(owner, shownOf(lines));
    this.#number = number;
  }

  #listOf(owner: string, exclude: Iterable<string> = []): CandidateLine[] {
    if (!this.#index.get(owner)) return [];
    return rankCandidates(this.#index, owner, { top: TOP, exclude }).map(({ id, score, reasons }) => ({
      otherId: id, score, card: this.#cards.get(id)!, reasons: reasons.map(toReasonView),
    }));
  }

  #forget(id: string): void {
    this.#index.remove(id);
    this.#revisions.delete(id);
    this.#cards.delete(id);
  }
}
